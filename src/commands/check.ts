/**
 * The command `check` with targets: judges whatever PDF, HTML file, folder or address of this machine
 * a person names. Input: targets; output: the report. It writes nothing. What was built is judged by
 * `build/check-built.ts`.
 */
import type { Refusal } from "../browser/refusal.ts";
import { withBrowser } from "../browser/with-browser.ts";
import { readLimited } from "../files/read-limited.ts";
import type { Log } from "../log.ts";
import { pagesAtOnce, runTogether } from "../async/run-together.ts";
import type { EditionReport, JudgeReport, Report } from "../check/verdict/finding.ts";
import { runJudge } from "../check/verdict/judge.ts";
import { judgeHtmlAddress, judgeHtmlFile, judgeHtmlFolder } from "../check/html/judge-html.ts";
import { judgePdf, type PdfJudging } from "../check/pdf/judge-pdf.ts";
import { judgePress, readPurposes } from "../check/press/judge-press.ts";
import { DEFAULT_PRESS_DEMANDS, type PressDemands } from "../check/press/preflight.ts";
import { resourcesJudge } from "../check/site/resources.ts";
import { signReport, stampEdition, type Run } from "../check/verdict/sign-report.ts";
import { expectUnchanged, recordsOf } from "../check/targets/target-records.ts";
import { resolveTarget, type Target } from "../check/targets/targets.ts";
import type { TimeLimits } from "../check/verdict/time-limit.ts";
import { openVeraPdfJudge } from "../check/pdf/verapdf.ts";

export interface CheckOptions {
  /** Where the shipped browser is unpacked. */
  readonly projectDir: string;
  /** Words of the command line. */
  readonly targets: readonly string[];
  /** No judge is waived because this machine lacks what it needs. */
  readonly everyJudgeMustRun: boolean;
  readonly limits: TimeLimits;
  /** Of Imprimatur, e.g. `0.1.0`. */
  readonly version: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** @throws PublicationError where a target cannot be opened, or changes while it is judged. */
export async function check(options: CheckOptions): Promise<Report> {
  const { projectDir, log } = options;
  const startedMs = performance.now();
  const targets = await Promise.all(options.targets.map(resolveTarget));
  const onNotice = (notice: string): void => {
    log.notice(notice);
  };
  const judged = await withBrowser(
    { projectDir, onNotice, signal: options.signal },
    async ({ browser, stop }) => {
      const judging = { ...options, browser, signal: stop.signal };
      const opened = { ...judging, veraPdf: await openVeraPdfJudge(judging) };
      return runTogether(
        targets.map((target, index) => () => {
          return judgeTarget(target, options.targets[index] ?? "", opened);
        }),
        { limit: pagesAtOnce(), stop },
      );
    },
  );
  const durationMs = performance.now() - startedMs;
  const run: Run = { version: options.version, date: new Date(), durationMs };
  return signReport(
    judged.map((report) => stampEdition(report, run)),
    run,
  );
}

async function judgeTarget(
  target: Target,
  word: string,
  options: CheckOptions & Pick<PdfJudging, "browser" | "veraPdf">,
): Promise<EditionReport> {
  const refusals: Refusal[] = [];
  const judging = {
    ...options,
    onRefused: (refusal: Refusal) => {
      refusals.push(refusal);
    },
  };
  return options.log.stage(word, async (update) => {
    const files = await recordsOf(target);
    const judges = [
      ...(await judgesOf(target, judging)),
      await runJudge(resourcesJudge, refusals, options),
    ];
    update(`${judges.length} judges`);
    await expectUnchanged(target, word, files);
    return { edition: target.kind, file: word, judges, ...(files !== undefined && { files }) };
  });
}

/** What is larger would take several times its size of memory. */
const LARGEST_PDF_BYTES = 2 ** 30;

async function judgesOf(target: Target, judging: PdfJudging): Promise<readonly JudgeReport[]> {
  switch (target.kind) {
    case "pdf":
      return judgePdfFile(await readLimited(target.file, LARGEST_PDF_BYTES), judging);
    case "html-file":
      return judgeHtmlFile(target.file, judging);
    case "html-folder":
      return judgeHtmlFolder(target.file, judging);
    case "address":
      return judgeHtmlAddress(target.address, judging);
  }
}

/** A file that was made elsewhere may have been ordered with any number of pages. */
const FOREIGN_DEMANDS: PressDemands = { ...DEFAULT_PRESS_DEMANDS, pageMultiple: 1 };

/** By what the file says that it is for: paper, reading, or both. */
async function judgePdfFile(
  bytes: Uint8Array,
  judging: PdfJudging,
): Promise<readonly JudgeReport[]> {
  const purposes = await readPurposes(bytes);
  return [
    ...(purposes.press ? await judgePress(bytes, FOREIGN_DEMANDS, judging) : []),
    ...(purposes.reading ? await judgePdf(bytes, judging) : []),
  ];
}
