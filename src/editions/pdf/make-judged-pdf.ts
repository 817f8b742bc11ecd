/**
 * One print source into one accessible PDF that claims a standard only where that is true: it is
 * made, judged, and saved with the claim where the judges passed it. Input: HTML and the folders it
 * may read; output: the PDF and what the judges of its claim say. It writes no file.
 */
import {
  CLAIMED_STANDARDS,
  judgeClaim,
  mayClaim,
  prepareToJudge,
} from "../../judges/pdf/judge-claim.ts";
import type { JudgeReport } from "../../judges/verdict/finding.ts";
import type { JudgeRun } from "../../judges/verdict/judge.ts";
import {
  printPdf,
  tagPdf,
  type MadePdf,
  type MakeReadingPdfOptions,
  type PrintedPdf,
} from "./make-pdf.ts";
import type { PrintSource } from "../../paginate/paginated-document.ts";

export interface JudgedPdf extends Omit<MadePdf, "withClaim" | "faults"> {
  /** Standards that the PDF claims. */
  readonly standards: readonly string[];
  /** The judges of the claim: of source, structure and reading. */
  readonly judges: readonly JudgeReport[];
}

/** What of the making goes on without a browser. */
export type FinishPdfOptions = Pick<MakeReadingPdfOptions, "date" | "producer"> & JudgeRun;

/**
 * @param name the source as a person knows it, e.g. `report.html`.
 * @throws PublicationError where the source cannot be laid out without loss.
 */
export async function makeJudgedPdf(
  source: PrintSource,
  name: string,
  options: MakeReadingPdfOptions,
): Promise<JudgedPdf> {
  return finishPdf(await printPdf(source, options), name, options);
}

/** Tags a printed document, has it judged, and gives it the claim where it may have it. */
export async function finishPdf(
  printed: PrintedPdf,
  name: string,
  options: FinishPdfOptions,
): Promise<JudgedPdf> {
  // Not before: what it loads would come on top of what the browser holds when it prints.
  prepareToJudge();
  const { bytes, withClaim, faults, ...made } = await tagPdf(printed, options);
  const { reading, sources } = made;
  const judges = await judgeClaim({ bytes, reading, source: name, faults, sources }, options);
  return mayClaim(judges)
    ? { ...made, bytes: withClaim(), standards: CLAIMED_STANDARDS, judges }
    : { ...made, bytes, standards: [], judges };
}
