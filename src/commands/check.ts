/**
 * The command `check` with targets: judges whatever PDF, HTML file, folder or address of this machine
 * a person names. Input: targets; output: the report. It writes nothing. PDFs are opened before the
 * browser is, so that one over a limit costs little; one that cannot be judged keeps no other from it.
 * What was built is judged by `build/check-built.ts`.
 */
import type { Refusal } from "../browser/refusal.ts";
import { withBrowser } from "../browser/with-browser.ts";
import { readLimited } from "../files/read-limited.ts";
import type { Log } from "../log.ts";
import { PublicationError } from "../errors.ts";
import { pagesAtOnce, runTogether } from "../async/run-together.ts";
import { MOST_PDF_FILE_BYTES } from "../pdf/limits.ts";
import type { EditionReport, FileRecord, JudgeReport, Report } from "../judges/verdict/finding.ts";
import { runJudge } from "../judges/verdict/judge.ts";
import { judgeHtmlAddress, judgeHtmlFile, judgeHtmlFolder } from "../judges/html/judge-html.ts";
import { judgePdf, type PdfJudging } from "../judges/pdf/judge-pdf.ts";
import { judgePress, readPurposes, type PdfPurposes } from "../judges/press/judge-press.ts";
import { DEFAULT_PRESS_DEMANDS, type PressDemands } from "../judges/press/preflight.ts";
import { resourcesJudge } from "../judges/site/resources.ts";
import { signReport, stampEdition, type Run } from "../judges/verdict/sign-report.ts";
import { expectUnchanged, recordsOf } from "../judges/targets/target-records.ts";
import { reportFault } from "../judges/targets/target-fault.ts";
import { resolveTarget, type Target } from "../judges/targets/targets.ts";
import type { TimeLimits } from "../judges/verdict/time-limit.ts";
import { openVeraPdfJudge } from "../judges/pdf/verapdf.ts";

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

/** A target that can be judged. */
interface Admitted {
  readonly word: string;
  readonly target: Target;
  readonly files: readonly FileRecord[] | undefined;
  /** Of a PDF. */
  readonly purposes: PdfPurposes | undefined;
}

/** @throws PublicationError where the only target cannot be judged, or changes while it is. */
export async function check(options: CheckOptions): Promise<Report> {
  const startedMs = performance.now();
  const entries: (Admitted | EditionReport)[] = [];
  // One after the other: each may take as much memory as a file may.
  for (const word of options.targets) entries.push(await admit(word, options));
  const admitted = entries.filter((entry) => "word" in entry);
  const judged = admitted.length === 0 ? [] : await judgeAll(admitted, options);
  const reports = new Map(admitted.map((entry, index) => [entry, judged[index]]));
  const durationMs = performance.now() - startedMs;
  const run: Run = { version: options.version, date: new Date(), durationMs };
  const editions = entries.flatMap((entry) =>
    "word" in entry ? (reports.get(entry) ?? []) : [entry],
  );
  return signReport(
    editions.map((report) => stampEdition(report, run)),
    run,
  );
}

/** @throws PublicationError where the only target cannot be judged. */
async function admit(word: string, options: CheckOptions): Promise<Admitted | EditionReport> {
  options.signal.throwIfAborted();
  let edition = "target";
  try {
    const target = await resolveTarget(word);
    edition = target.kind;
    const files = await recordsOf(target);
    const purposes = target.kind === "pdf" ? await readPurposes(await readPdf(target)) : undefined;
    return { word, target, files, purposes };
  } catch (error) {
    return faultReport(error, word, edition, options);
  }
}

/** With one target alone, its fault is the command's. */
function faultReport(
  error: unknown,
  word: string,
  edition: string,
  { targets, signal }: CheckOptions,
): EditionReport {
  signal.throwIfAborted();
  if (targets.length === 1) throw withPlace(error, word);
  return { edition, file: word, judges: [reportFault(error)] };
}

function withPlace(error: unknown, file: string): unknown {
  if (!(error instanceof PublicationError) || error.place !== undefined) return error;
  if (!error.code.startsWith("pdf-")) return error;
  const { code, message, hint } = error;
  return new PublicationError(code, message, {
    place: { file },
    ...(hint !== undefined && { hint }),
    cause: error,
  });
}

function judgeAll(
  admitted: readonly Admitted[],
  options: CheckOptions,
): Promise<readonly EditionReport[]> {
  const { projectDir, log } = options;
  const onNotice = (notice: string): void => {
    log.notice(notice);
  };
  return withBrowser(
    { projectDir, onNotice, signal: options.signal },
    async ({ browser, stop }) => {
      const judging = { ...options, browser, signal: stop.signal };
      const opened = { ...judging, veraPdf: await openVeraPdfJudge(judging) };
      return runTogether(
        admitted.map((entry) => () => judgeTarget(entry, opened)),
        { limit: pagesAtOnce(), stop },
      );
    },
  );
}

async function judgeTarget(
  admitted: Admitted,
  options: CheckOptions & Pick<PdfJudging, "browser" | "veraPdf">,
): Promise<EditionReport> {
  const { word, target, files } = admitted;
  const refusals: Refusal[] = [];
  const judging = {
    ...options,
    onRefused: (refusal: Refusal) => {
      refusals.push(refusal);
    },
  };
  try {
    return await options.log.stage(word, async (update) => {
      const judges = [
        ...(await judgesOf(admitted, judging)),
        await runJudge(resourcesJudge, refusals, options),
      ];
      update(`${judges.length} judges`);
      await expectUnchanged(target, word, files);
      return { edition: target.kind, file: word, judges, ...(files !== undefined && { files }) };
    });
  } catch (error) {
    return faultReport(error, word, target.kind, options);
  }
}

/** What is larger would take several times its size of memory. */
function readPdf({ file }: { readonly file: string }): Promise<Uint8Array> {
  return readLimited(file, MOST_PDF_FILE_BYTES);
}

async function judgesOf(
  { target, purposes }: Admitted,
  judging: PdfJudging,
): Promise<readonly JudgeReport[]> {
  switch (target.kind) {
    case "pdf":
      return judgePdfFile(await readPdf(target), purposes, judging);
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
  purposes: PdfPurposes | undefined,
  judging: PdfJudging,
): Promise<readonly JudgeReport[]> {
  return [
    ...(purposes?.press ? await judgePress(bytes, FOREIGN_DEMANDS, judging) : []),
    ...(purposes?.reading ? await judgePdf(bytes, judging) : []),
  ];
}
