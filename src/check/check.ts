/**
 * The command `check` with targets: judges whatever PDF, HTML file, folder or address of this machine
 * a person names. Input: targets; output: the report. It writes nothing. What was built is judged by
 * `build/check-built.ts`.
 */
import { readFile } from "node:fs/promises";
import type { Refusal } from "../browser/refusal.ts";
import { withBrowser } from "../browser/with-browser.ts";
import type { Log } from "../log.ts";
import type { EditionReport, JudgeReport, Report } from "./finding.ts";
import { combineReports, runJudge } from "./judge.ts";
import { judgeHtmlAddress, judgeHtmlFile, judgeHtmlFolder } from "./judge-html.ts";
import { judgePdf, type PdfJudging } from "./judge-pdf.ts";
import { judgePress, readPurposes } from "./judge-press.ts";
import { DEFAULT_PRESS_DEMANDS, type PressDemands } from "./preflight.ts";
import { resourcesJudge } from "./resources.ts";
import { resolveTarget, type Target } from "./targets.ts";
import { openVeraPdfJudge } from "./verapdf.ts";

export interface CheckOptions {
  /** Where the shipped browser is unpacked. */
  readonly projectDir: string;
  /** Words of the command line. */
  readonly targets: readonly string[];
  /** No judge is waived because this machine lacks what it needs. */
  readonly everyJudgeMustRun: boolean;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** @throws PublicationError where a target cannot be opened. */
export async function check(options: CheckOptions): Promise<Report> {
  const { projectDir, log } = options;
  const targets = await Promise.all(options.targets.map(resolveTarget));
  const onNotice = (notice: string): void => {
    log.notice(notice);
  };
  return withBrowser(
    { projectDir, onNotice, signal: options.signal },
    async ({ browser, stop }) => {
      const judging = { ...options, browser, signal: stop.signal };
      const opened = { ...judging, veraPdf: await openVeraPdfJudge(judging) };
      return combineReports(
        await Promise.all(
          targets.map((target, index) => judgeTarget(target, options.targets[index] ?? "", opened)),
        ),
      );
    },
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
    const judges = [
      ...(await judgesOf(target, judging)),
      await runJudge(resourcesJudge, refusals, options),
    ];
    update(`${judges.length} judges`);
    return { edition: target.kind, file: word, judges };
  });
}

async function judgesOf(target: Target, judging: PdfJudging): Promise<readonly JudgeReport[]> {
  switch (target.kind) {
    case "pdf":
      return judgePdfFile(await readFile(target.file), judging);
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
