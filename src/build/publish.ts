/**
 * The pipeline, as prose: content → print sources → pages → PDFs → web edition → judges → report.
 * Input: a project's folder. Output: its `output/` folder, written aside and moved into place at
 * the end, and the report. It renders, lays out and judges nothing itself.
 */
import path from "node:path";
import { launchBrowser } from "../browser/launch-browser.ts";
import { judgeMade } from "../check/judge-made.ts";
import { filesOf, madeEdition, type MadeEdition } from "../editions/made-edition.ts";
import type { Report } from "../check/finding.ts";
import type { Log } from "../log.ts";
import { makeEdition } from "../editions/make-edition.ts";
import { chooseEditions } from "../publication/choose-editions.ts";
import { loadPublication } from "../publication/load-publication.ts";
import { writeReport } from "../report/write-report.ts";
import { openStaging } from "./staging.ts";
import { noticeOfAddress } from "../web/site/site.ts";
import { renderPrintSources, writeWebEdition } from "../web/web.ts";

export interface PublishOptions {
  readonly projectDir: string;
  /** Ids of the editions to make; all of them where it is undefined. */
  readonly editions: readonly string[] | undefined;
  readonly judged: boolean;
  /** No judge is waived because this machine lacks what it needs. */
  readonly everyJudgeMustRun: boolean;
  /** The date that PDFs carry. */
  readonly date: Date;
  /** What PDFs say made them, e.g. `Imprimatur 0.1.0`. */
  readonly producer: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const OUTPUT_DIR = "output";

/**
 * Makes the editions and, if asked, judges them. Findings do not keep what was made from being
 * moved into place; the report beside it says that the imprimatur is refused.
 * @returns the report, or undefined where nothing was judged.
 * @throws PublicationError when an edition cannot be made: then output/ is as it was.
 */
export async function publish(options: PublishOptions): Promise<Report | undefined> {
  const { projectDir, log, signal } = options;
  const publication = await log.stage("content", () => loadPublication({ projectDir }));
  const editions = chooseEditions(publication, options.editions);
  const pagedEditions = editions.filter((edition) => edition.kind !== "web");
  const makesPdfs = editions.some((edition) => edition.kind === "pdf");
  const outputDir = path.join(projectDir, OUTPUT_DIR);

  const staging = await openStaging(outputDir);
  const settings = {
    outputDir: path.join(staging.dir, "web"),
    // A run that makes no PDF links to those of an earlier run.
    pdfDir: path.join(makesPdfs ? staging.dir : outputDir, "pdf"),
  };
  const launched = await launchBrowser({
    projectDir,
    onNotice: (notice) => {
      log.notice(notice);
    },
    signal,
  }).catch(async (error: unknown) => {
    await staging.discard();
    throw error;
  });
  try {
    const sources = await log.stage("print sources", () => renderPrintSources(settings, editions));
    const making = { ...options, publication, dir: staging.dir, browser: launched.browser };
    const made: MadeEdition[] = await Promise.all(
      pagedEditions.map((edition, index) => makeEdition(edition, sources[index], making)),
    );
    const webEdition = editions.find((edition) => edition.kind === "web");
    if (webEdition !== undefined) {
      const notice = noticeOfAddress(publication);
      if (notice !== undefined) log.notice(notice);
      await log.stage("web edition", () => writeWebEdition(settings));
      made.unshift(madeEdition(publication, webEdition));
    }
    signal.throwIfAborted();

    const report = options.judged
      ? await judgeMade(made, {
          ...options,
          makingDir: staging.dir,
          outputDir: OUTPUT_DIR,
          browser: launched.browser,
        })
      : undefined;
    if (report !== undefined) await writeReport(report, path.join(staging.dir, "reports"));
    const files = made.flatMap(filesOf);
    // A run that makes all editions leaves nothing behind of editions that are no more.
    const folders = new Set(files.map((file) => file.split("/")[0] ?? file));
    await staging.publish([
      ...(options.editions === undefined ? folders : files),
      ...(report === undefined ? [] : ["reports"]),
    ]);
    return report;
  } finally {
    await launched.close();
    await staging.discard();
  }
}
