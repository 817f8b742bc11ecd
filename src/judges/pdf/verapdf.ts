/**
 * The judge of a PDF's standards: veraPDF, the reference validator, asked whether the file is
 * PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2). Input: a PDF as path or bytes; output: a finding
 * for each broken rule, with its first places. Finding, running and reading veraPDF is in `verapdf/`.
 */
import { openTemporaryFolder } from "../../files/temporary-folder.ts";
import type { Finding } from "../verdict/finding.ts";
import { findingOf } from "../verdict/judge-info.ts";
import { judgeBy, JudgeUnavailable, type Judge } from "../verdict/judge.ts";
import { VERAPDF, VERAPDF_RULES } from "./verapdf-info.ts";
import { describeContext } from "./verapdf/describe-context.ts";
import {
  findVeraPdf,
  VeraPdfMissing,
  type VeraPdf,
  type VeraPdfMachine,
} from "./verapdf/find-verapdf.ts";
import type { FailedRule, Outcome } from "./verapdf/read-report.ts";
import { veraPdfRelease } from "./verapdf/release.ts";
import { runVeraPdf } from "./verapdf/run-verapdf.ts";
import {
  validationProfiles,
  type Flavour,
  type ValidationProfile,
} from "./verapdf/validation-profiles.ts";
import { placesShown, validatePdfs, type PdfSource } from "./verapdf/validate-pdfs.ts";
import { validateTogether } from "./verapdf/validate-together.ts";

const judgedFlavours: readonly Flavour[] = ["ua1", "2a"];

export interface VeraPdfJudgeOptions {
  /** The project's folder; the fetched veraPDF lies in its cache. */
  readonly projectDir: string;
  readonly signal: AbortSignal;
  /**
   * Paths of the PDFs that it will be asked about, which stay as they are. They are validated together,
   * from now on, so that Java is started once for all of them.
   */
  readonly upcoming?: readonly string[];
  /** Another machine than this one: for tests. */
  readonly machine?: VeraPdfMachine;
}

export interface VeraPdfJudge extends Judge<PdfSource> {
  /**
   * Whether this machine simply has no veraPDF or no Java. False where veraPDF is there, even if it
   * then cannot judge, and where `VERAPDF` names something that cannot be used.
   */
  readonly isMissing: boolean;
}

/**
 * The judge, with the version of the veraPDF that is on this machine. Where there is none, or no
 * Java, the judge throws {@link JudgeUnavailable} when it is asked; this function does not.
 */
export async function openVeraPdfJudge(options: VeraPdfJudgeOptions): Promise<VeraPdfJudge> {
  const { projectDir, signal, machine, upcoming = [] } = options;
  try {
    const veraPdf = findVeraPdf(projectDir, machine);
    const version = await saidVersion(veraPdf, signal);
    const together = validateTogether(veraPdf, upcoming, judgedFlavours, signal);
    return {
      isMissing: false,
      ...judgeOf(version, async (pdf, judging) => {
        const results =
          (await together(pdf, judging)) ??
          (await validatePdfs(veraPdf, [pdf], judgedFlavours, judging));
        return results.map(({ flavour, outcome }) =>
          findingsOf(outcome, validationProfiles[flavour]),
        );
      }),
    };
  } catch (error) {
    if (!(error instanceof JudgeUnavailable)) throw error;
    return {
      isMissing: error instanceof VeraPdfMissing,
      ...judgeOf(veraPdfRelease.version, () => Promise.reject(error)),
    };
  }
}

/** What veraPDF says against the PDF, as findings; none where it meets the profile. */
export function findingsOf(outcome: Outcome, profile: ValidationProfile): readonly Finding[] {
  if (outcome.kind === "validated") {
    return outcome.failedRules.map((rule) => ruleFinding(rule, profile));
  }
  return [outcome.encrypted ? encryptedFinding : unreadableFinding(outcome.reason)];
}

function judgeOf(
  version: string,
  validate: (pdf: PdfSource, signal: AbortSignal) => Promise<readonly (readonly Finding[])[]>,
): Judge<PdfSource> {
  return judgeBy(
    VERAPDF,
    async (pdf, signal) => {
      const findings = (await validate(pdf, signal)).flat();
      // A file that cannot be read is one fault, whatever the number of standards.
      return { findings: [...new Map(findings.map((found) => [found.rule, found])).values()] };
    },
    version,
  );
}

async function saidVersion(veraPdf: VeraPdf, signal: AbortSignal): Promise<string> {
  if (veraPdf.origin === "fetched") return veraPdfRelease.version;
  const { dir, remove } = await openTemporaryFolder("verapdf");
  try {
    const said = await runVeraPdf(veraPdf, { options: ["--version"], dir, signal });
    const version = /^veraPDF (\d[\w.-]*)/m.exec(said)?.[1];
    if (version !== undefined) return version;
    throw new JudgeUnavailable(
      "what VERAPDF or the PATH calls verapdf does not say that it is veraPDF",
    );
  } finally {
    await remove();
  }
}

function ruleFinding(rule: FailedRule, profile: ValidationProfile): Finding {
  const { clause, testNumber, specification } = rule;
  const key = `${clause}-${testNumber}`;
  const [fault] = rule.checks.map(({ errorMessage }) => errorMessage ?? "");
  return {
    rule: `${profile.name} §${key}`,
    impact: "serious",
    wcag: [...(profile.criteria.get(key) ?? profile.criteria.get(clause) ?? [])],
    where: placesOf(rule),
    message: [rule.description, ...(fault ? [`here: ${fault}`] : [])].join("; "),
    help: `${specification}, clause ${clause}; ${profile.rulesAddress}#rule-${key.replaceAll(".", "")}`,
  };
}

/** `page 1, PDLinkAnnot (object 6 0); … and 37 more`. */
function placesOf({ checks, failedChecks }: FailedRule): string {
  const places = checks.slice(0, placesShown).map(({ context }) => describeContext(context));
  const shown = places.length === 0 ? ["the document"] : [...new Set(places)];
  const more = failedChecks - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

const encryptedFinding = findingOf(VERAPDF_RULES["pdf-encrypted"], {
  where: "the file",
  message: "The PDF is encrypted and needs a password; PDF/A-2a forbids encryption.",
});

function unreadableFinding(reason: string): Finding {
  return findingOf(VERAPDF_RULES["pdf-unreadable"], {
    where: "the file",
    message: `The file cannot be read as a PDF: ${reason}`,
  });
}
