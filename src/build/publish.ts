/**
 * The pipeline, as prose: content → print sources → pages → PDFs → web edition → judges → report.
 * Input: a project's folder. Output: its `output/` folder, written aside and published as one step at
 * the end, and the report. It renders, lays out and judges nothing itself.
 */
import path from "node:path";
import { judgeMade } from "../editions/judge-made.ts";
import type { Report } from "../judges/verdict/finding.ts";
import type { Run } from "../judges/verdict/sign-report.ts";
import type { TimeLimits } from "../judges/verdict/time-limit.ts";
import { makeEdition } from "../editions/make-edition.ts";
import { factsOf } from "../editions/kinds.ts";
import type { MadeEdition } from "../editions/made-edition.ts";
import { WEB_FOLDER } from "../editions/web/files.ts";
import type { Log } from "../log.ts";
import { chooseEditions } from "../publication/choose-editions.ts";
import { openProject, type Project } from "../project/project.ts";
import type { Edition, Publication } from "../publication/publication.ts";
import { notesOn } from "../report/notes.ts";
import { writeReport } from "../report/write-report.ts";
import { bytesOfPictures } from "../web/pictures/print-pictures.ts";
import { renderSources, webWriting, type RenderedPrintSource } from "../web/web.ts";
import { stageCopies, type StagedCopies } from "./copies-in-web.ts";
import { reportOfOutput, reportOfRun } from "./grant.ts";
import type { PublishingStep } from "./publishing.ts";
import { afterSteps, partialBuildSteps, wholeBuildSteps } from "./publishing-steps.ts";
import { readFormerReport, REPORTS_DIR } from "./read-former-report.ts";
import { OUTPUT_DIR } from "./output-folder.ts";
import { withSession, type BuildSession } from "./session.ts";
import { standingEditions } from "./standing-editions.ts";

export interface PublishOptions {
  readonly projectDir: string;
  /** Ids of the editions to make; all of them where it is undefined. */
  readonly editions: readonly string[] | undefined;
  readonly judged: boolean;
  /** No judge is waived because this machine lacks what it needs. */
  readonly everyJudgeMustRun: boolean;
  readonly limits: TimeLimits;
  /** The date that PDFs carry. */
  readonly date: Date;
  /** Of Imprimatur, e.g. `0.1.0`. */
  readonly version: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Makes the editions and, if asked, judges them. Findings do not keep what was made from being
 * published; the report beside it says that the imprimatur is refused.
 * @returns the report on what was judged, or undefined where nothing was.
 * @throws PublicationError when an edition cannot be made: then output/ is as it was.
 */
export async function publish(options: PublishOptions): Promise<Report | undefined> {
  const { projectDir, log, signal } = options;
  const startedMs = performance.now();
  const project = await log.stage("content", () => openProject(projectDir));
  const { publication } = project;
  const editions = chooseEditions(publication, options.editions);
  return withSession({ projectDir, command: "build", log, signal }, async (session) => {
    const { made, atOnce } = await makeEditions(project, editions, options, session);
    session.signal.throwIfAborted();
    const judged = options.judged
      ? await judge(project, { made, atOnce }, options, session)
      : undefined;

    const isWhole = options.editions === undefined;
    const makesOffer = made.some(({ kind }) => factsOf(kind).offersOthers);
    const copies =
      isWhole || makesOffer
        ? undefined
        : await stageCopies(made, session.outputDir, session.stagingDir);
    const madeIds = new Set(made.map(({ edition }) => edition));
    const found = await standingEditions(publication, session.outputDir, {
      dir: session.stagingDir,
      made: madeIds,
    });
    const former = await readFormerReport(session.outputDir);
    const names = [...made.flatMap(({ files }) => files), ...(copies?.names ?? [])];
    const steps = isWhole
      ? wholeBuildSteps(names)
      : partialBuildSteps({ made: madeIds, names, former, standing: found });
    const standing = afterSteps(found, steps);
    const staleEditions = isPageStale(copies, steps)
      ? standing.filter(({ edition }) => offersOthers(edition, publication))
      : [];
    if (staleEditions.length > 0) log.notice(STALE_PAGE);

    const run: Run = {
      version: options.version,
      date: new Date(),
      durationMs: performance.now() - startedMs,
      notes: notesOn(publication),
    };
    const report = judged && reportOfRun(judged.editions, standing, run);
    // Where there is a report, it says them.
    if (report === undefined) for (const note of run.notes ?? []) log.notice(note);
    await writeReport(
      reportOfOutput({ standing, staleEditions, judged: report, former }, run),
      path.join(session.stagingDir, REPORTS_DIR),
    );
    await session.publish(steps);
    return report;
  });
}

/** Said where a build makes PDFs anew, or takes some away, and leaves the page that offers them. */
const STALE_PAGE =
  "the web edition describes its PDFs as they were, so its grant is void: build it as well";

/** Whether the page of the web edition, which was not made, says of PDFs what is no longer so. */
function isPageStale(copies: StagedCopies | undefined, steps: readonly PublishingStep[]): boolean {
  if (copies === undefined) return false;
  return (
    copies.areNew ||
    steps.some(({ kind, name }) => kind === "remove" && name.startsWith(`${WEB_FOLDER}/`))
  );
}

function offersOthers(id: string, { editions }: Publication): boolean {
  return editions.some((edition) => edition.id === id && factsOf(edition.kind).offersOthers);
}

interface Making {
  readonly made: readonly MadeEdition[];
  /** How many of them there is room for at once; undefined for as many as usual. */
  readonly atOnce: number | undefined;
}

async function makeEditions(
  project: Project,
  editions: readonly Edition[],
  { editions: asked, date, version, log }: PublishOptions,
  session: BuildSession,
): Promise<Making> {
  const { stagingDir, outputDir, browser, signal } = session;
  // The page of a partial build offers what an earlier run has made, too.
  const formerDirs = asked === undefined ? [] : [outputDir];
  const sources = await log.stage("print sources", () =>
    renderSources(project, editions, webWriting(stagingDir, { formerDirs, signal })),
  );
  const making = {
    ...{ project, sources, dir: stagingDir, formerDirs, browser, date, log, signal },
    producer: `Imprimatur ${version}`,
  };
  const [offered, offering] = parted(editions);
  // With large pictures each edition fills the memory of the browser, and ours.
  const isHeavy = await areHeavy(sources.printSources, project.folders.contentDir);
  const atOnce = isHeavy ? 1 : undefined;
  const tasksOf = (some: readonly Edition[]) =>
    some.map((edition) => (): Promise<MadeEdition> => makeEdition(edition, making));
  const made = await session.together(tasksOf(offered), atOnce);
  const last = await session.together(tasksOf(offering), atOnce);
  return { made: [...last, ...made], atOnce };
}

/** Editions that may be offered, and those that offer them, which are made when the others are. */
function parted(
  editions: readonly Edition[],
): readonly [offered: readonly Edition[], offering: readonly Edition[]] {
  const offers = ({ kind }: Edition): boolean => factsOf(kind).offersOthers;
  return [editions.filter((edition) => !offers(edition)), editions.filter(offers)];
}

/** Files of pictures, together: some ten photographs as cameras write them. */
const HEAVY_BYTES = 64 * 1024 * 1024;

async function areHeavy(
  sources: readonly RenderedPrintSource[],
  contentDir: string,
): Promise<boolean> {
  const sizes = await Promise.all(sources.map(({ html }) => bytesOfPictures(html, contentDir)));
  return Math.max(0, ...sizes) > HEAVY_BYTES;
}

function judge(
  project: Project,
  { made, atOnce }: Making,
  { everyJudgeMustRun, limits, log }: PublishOptions,
  session: BuildSession,
): Promise<Report> {
  return judgeMade(made, {
    ...session,
    together: (tasks) => session.together(tasks, atOnce),
    project,
    everyJudgeMustRun,
    limits,
    log,
    makingDir: session.stagingDir,
    outputDir: OUTPUT_DIR,
  });
}
