/**
 * Judges the editions that the project has made, side by side in one browser. Input: where they are;
 * output: the `Report`. Which judges an edition meets is in `judge-html.ts`,
 * `judge-pdf.ts` and `judge-press.ts`.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "puppeteer";
import type { Refusal } from "../browser/refusal.ts";
import type { Log } from "../log.ts";
import type { Project } from "../project/project.ts";
import { openPdf } from "../pdf/objects/open-pdf.ts";
import { activeContentJudge } from "../judges/site/active-content.ts";
import { bookletJudge } from "../judges/press/booklet.ts";
import type { EditionReport, JudgeReport, Report } from "../judges/verdict/finding.ts";
import { combineReports, runJudge } from "../judges/verdict/judge.ts";
import { judgeHtmlFolder } from "../judges/html/judge-html.ts";
import { judgeFonts, judgePages, judgePdf, type PdfJudging } from "../judges/pdf/judge-pdf.ts";
import { judgePress } from "../judges/press/judge-press.ts";
import type {
  MadeEdition,
  MadePdfEdition,
  MadePressEdition,
  MadeWebEdition,
} from "./made-edition.ts";
import { DEFAULT_PRESS_DEMANDS } from "../judges/press/preflight.ts";
import type { TimeLimits } from "../judges/verdict/time-limit.ts";
import { coloursJudge } from "../judges/design/token-contrast.ts";
import { openVeraPdfJudge, type VeraPdfJudge } from "../judges/pdf/verapdf.ts";
import { shippedFontNames } from "../design/fonts/shipped-fonts.ts";
import { printRoots } from "../web/print-roots.ts";
import { resourcesJudge } from "../judges/site/resources.ts";

export interface MadeJudging {
  /** Folder that the editions' paths start from: the output folder, or where it is being made. */
  readonly makingDir: string;
  readonly project: Project;
  /** Name of the output folder as the report shows it. */
  readonly outputDir: string;
  readonly browser: Browser;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly everyJudgeMustRun: boolean;
  readonly limits: TimeLimits;
  /** Runs as much at once as there is room for. */
  readonly together: <T>(tasks: readonly (() => Promise<T>)[]) => Promise<readonly T[]>;
}

export async function judgeMade(
  editions: readonly MadeEdition[],
  judging: MadeJudging,
): Promise<Report> {
  const { dir: projectDir } = judging.project.folders;
  const veraPdf = await openVeraPdfJudge({ ...judging, projectDir });
  return combineReports(
    await judging.together(
      editions.map(
        (edition) => () =>
          judging.log.stage(`judges ${edition.edition}`, async (update): Promise<EditionReport> => {
            const judges = await judgeEdition(edition, { ...judging, veraPdf });
            const ran = judges.filter(({ status }) => status !== "skipped").length;
            const findingCount = judges.flatMap((judge) => judge.findings).length;
            update(
              `${ran} of ${judges.length} judges, ${findingCount} finding${findingCount === 1 ? "" : "s"}`,
            );
            return {
              edition: edition.edition,
              file: path.posix.join(judging.outputDir, edition.file),
              judges,
            };
          }),
      ),
    ),
  );
}

interface OpenJudging extends MadeJudging {
  readonly veraPdf: VeraPdfJudge;
}

async function judgeEdition(
  edition: MadeEdition,
  judging: OpenJudging,
): Promise<readonly JudgeReport[]> {
  const refusals: Refusal[] = [];
  const watched = {
    ...judging,
    onRefused: (refusal: Refusal): void => {
      refusals.push(refusal);
    },
  };
  const judges = await judgeByKind(edition, watched);
  const ofMaking = edition.kind === "web" ? [] : (edition.refusals ?? []);
  return [...judges, await runJudge(resourcesJudge, [...ofMaking, ...refusals], judging)];
}

type WatchedJudging = OpenJudging & { readonly onRefused: (refusal: Refusal) => void };

function judgeByKind(
  edition: MadeEdition,
  judging: WatchedJudging,
): Promise<readonly JudgeReport[]> {
  switch (edition.kind) {
    case "web":
      return judgeWebEdition(edition, judging);
    case "pdf":
      return judgePdfEdition(edition, judging);
    case "press":
      return judgePressEdition(edition, judging);
  }
}

async function judgeWebEdition(
  { file, basePath }: MadeWebEdition,
  judging: WatchedJudging,
): Promise<readonly JudgeReport[]> {
  const { makingDir, project } = judging;
  const judges = await judgeHtmlFolder(path.join(makingDir, file), {
    ...judging,
    basePath,
    ownFontsOnly: true,
  });
  const published = {
    root: path.join(makingDir, file),
    basePath,
    contentDir: project.folders.contentDir,
  };
  return [
    ...judges,
    await runJudge(activeContentJudge, published, judging),
    await runJudge(coloursJudge, { project }, judging),
  ];
}

async function judgePdfEdition(
  edition: MadePdfEdition,
  judging: WatchedJudging,
): Promise<readonly JudgeReport[]> {
  const { makingDir } = judging;
  const judges = await judgePdf(await readFile(path.join(makingDir, edition.file)), {
    ...judging,
    ...(await whatWasLaidOut(edition, judging)),
    expectedReading: await readFile(path.join(makingDir, edition.reading), "utf8"),
  });
  // What decided on the claim stands, so that no verdict differs from what the file says of itself.
  const { claimJudges = [] } = edition;
  const decided = new Set(claimJudges.map(({ name }) => name));
  return [...judges.filter(({ name }) => !decided.has(name)), ...claimJudges];
}

async function judgePressEdition(
  edition: MadePressEdition,
  judging: WatchedJudging,
): Promise<readonly JudgeReport[]> {
  const { makingDir } = judging;
  const brochure = await readFile(path.join(makingDir, edition.file));
  const laidOut = { ...judging, ...(await whatWasLaidOut(edition, judging)) };
  const demands = { ...DEFAULT_PRESS_DEMANDS, ...edition.demands };
  const judges = await Promise.all([
    judgePress(brochure, demands, judging),
    judgeFonts(await openPdf(brochure), laidOut),
    judgePages(laidOut),
    judgeBooklet(brochure, edition, judging),
    // A wrong ink is printed, and nobody would hear of it.
    runJudge(
      coloursJudge,
      { project: judging.project, press: { profile: edition.profile } },
      judging,
    ),
  ]);
  return judges.flat();
}

async function judgeBooklet(
  brochure: Uint8Array,
  { booklet }: MadePressEdition,
  judging: WatchedJudging,
): Promise<readonly JudgeReport[]> {
  if (booklet === undefined) return [];
  const sheets = await readFile(path.join(judging.makingDir, booklet.file));
  return [await runJudge(bookletJudge, { brochure, sheets, layout: booklet.layout }, judging)];
}

/** What the project knows of pages that it laid out itself. */
async function whatWasLaidOut(
  { pages, judging: limits, standIns }: MadePdfEdition | MadePressEdition,
  { makingDir, project }: MadeJudging,
): Promise<Required<Pick<PdfJudging, "pages" | "shippedFonts">>> {
  return {
    pages: {
      html: await readFile(path.join(makingDir, pages), "utf8"),
      roots: printRoots(project),
      standIns,
      limits: { ...limits, smallestTextPt: limits.smallestText },
    },
    shippedFonts: await shippedFontNames(project.design.styles),
  };
}
