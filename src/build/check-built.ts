/**
 * Judges the editions that an earlier build made. Input: the project's folder; output: the report, in
 * output/reports/ too. It makes no edition.
 */
import { access } from "node:fs/promises";
import path from "node:path";
import type { Report } from "../judges/verdict/finding.ts";
import { factsOf, type EditionKind } from "../editions/kinds.ts";
import { judgeMade } from "../editions/judge-made.ts";
import type { Run } from "../judges/verdict/sign-report.ts";
import type { TimeLimits } from "../judges/verdict/time-limit.ts";
import { madeEdition, type MadeEdition } from "../editions/made-edition.ts";
import { PublicationError } from "../errors.ts";
import type { Log } from "../log.ts";
import { chooseEditions } from "../publication/choose-editions.ts";
import { openProject } from "../project/project.ts";
import type { Publication } from "../publication/publication.ts";
import { notesOn } from "../report/notes.ts";
import { writeReport } from "../report/write-report.ts";
import { areSameFiles } from "../judges/targets/file-records.ts";
import { reportOfOutput, reportOfRun, type StandingEdition } from "./grant.ts";
import { OUTPUT_DIR, settleOutputFolder } from "./output-folder.ts";
import { readFormerReport, REPORTS_DIR } from "./read-former-report.ts";
import { withSession } from "./session.ts";
import { standingEditions } from "./standing-editions.ts";

export interface CheckBuiltOptions {
  readonly projectDir: string;
  /** Ids of the editions to judge; all of them where it is undefined. */
  readonly editions: readonly string[] | undefined;
  /** No judge is waived because this machine lacks what it needs. */
  readonly everyJudgeMustRun: boolean;
  readonly limits: TimeLimits;
  /** Of Imprimatur, e.g. `0.1.0`. */
  readonly version: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * @returns the report on the editions that were judged. That in output/reports/ is over all that stand
 *   in output/.
 * @throws PublicationError `edition-not-built`; `output-changed` where a file changed meanwhile.
 */
export async function checkBuilt(options: CheckBuiltOptions): Promise<Report> {
  const { projectDir, log, signal } = options;
  const startedMs = performance.now();
  const outputDir = path.join(projectDir, OUTPUT_DIR);
  const project = await openProject(projectDir);
  const { publication } = project;
  const onNotice = (notice: string): void => {
    log.notice(notice);
  };
  // Before there is a browser: what was not built is said at once, and no folder is made for it.
  await settleOutputFolder({ dir: outputDir, command: "check", onNotice, signal });
  await findMade(publication, options.editions, outputDir);

  return withSession({ projectDir, command: "check", log, signal }, async (session) => {
    const made = await findMade(publication, options.editions, outputDir);
    const former = await readFormerReport(outputDir);
    const standing = await standingEditions(publication, outputDir);
    const judged = await judgeMade(
      made.map((edition) => withKeptJudges(edition, standing, former)),
      { ...options, ...session, project, makingDir: outputDir, outputDir: OUTPUT_DIR },
    );
    requireUnchanged(standing, await standingEditions(publication, outputDir));

    const run: Run = {
      version: options.version,
      date: new Date(),
      durationMs: performance.now() - startedMs,
      notes: notesOn(publication),
    };
    const report = reportOfRun(judged.editions, standing, run);
    await writeReport(
      reportOfOutput({ standing, judged: report, former }, run),
      path.join(session.stagingDir, REPORTS_DIR),
    );
    await session.publish([{ kind: "put", name: REPORTS_DIR }]);
    return report;
  });
}

/** The editions that were asked for, each of which must have been built. */
async function findMade(
  publication: Publication,
  ids: readonly string[] | undefined,
  outputDir: string,
): Promise<readonly MadeEdition[]> {
  const made = chooseEditions(publication, ids).map((edition) =>
    madeEdition<EditionKind>(publication, edition),
  );
  for (const file of made.flatMap(({ files }) => files)) {
    await access(path.join(outputDir, file)).catch((cause: unknown) => {
      throw new PublicationError("edition-not-built", `${OUTPUT_DIR}/${file} does not exist`, {
        hint: "run `npm run build` first, or name files to check",
        cause,
      });
    });
  }
  return made;
}

/**
 * What is wrong with a source is seen while an edition is made from it: the word of judges that see it
 * is kept for as long as the edition has the same bytes.
 */
function withKeptJudges(
  edition: MadeEdition,
  standing: readonly StandingEdition[],
  former: Report | undefined,
): MadeEdition {
  const { keptJudges } = factsOf(edition.kind);
  if (keptJudges.length === 0) return edition;
  const isThis = (other: { readonly edition: string }): boolean =>
    other.edition === edition.edition;
  const before = former?.editions.find(isThis);
  const now = standing.find(isThis);
  if (before?.files === undefined || now === undefined) return edition;
  if (!areSameFiles(before.files, now.files)) return edition;
  return { ...edition, claimJudges: before.judges.filter(({ name }) => keptJudges.includes(name)) };
}

/** What was judged must be what stands there. */
function requireUnchanged(
  before: readonly StandingEdition[],
  after: readonly StandingEdition[],
): void {
  for (const { edition, files } of before) {
    const now = after.find((other) => other.edition === edition)?.files ?? [];
    if (areSameFiles(files, now)) continue;
    const changed = files.find((file) => !areSameFiles([file], now.filter(isSamePath(file.path))));
    throw new PublicationError(
      "output-changed",
      `${changed?.path ?? edition} changed while it was judged`,
      { hint: "let nothing else write to output/, and check again" },
    );
  }
}

function isSamePath(wanted: string): (file: { readonly path: string }) => boolean {
  return ({ path: name }) => name === wanted;
}
