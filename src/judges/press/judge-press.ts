/**
 * Judges a PDF for the press, in place of the judges of accessible reading: such a file has no tags
 * by design, and nobody reads from it (see docs/decisions/press-drops-tags.md). Input: the bytes of a
 * PDF and what is demanded of it; output: the reports of the judges of PDFs for paper.
 */
import { readDocumentFacts } from "../../pdf/document/document-facts.ts";
import { openPdf } from "../../pdf/objects/open-pdf.ts";
import type { JudgeReport } from "../verdict/finding.ts";
import { runJudge, type JudgeRun } from "../verdict/judge.ts";
import { preflightJudge, type PressDemands } from "./preflight.ts";
import { XmpProperties } from "./preflight/xmp-properties.ts";

export interface PressJudging extends JudgeRun {
  readonly signal: AbortSignal;
}

/** @throws PublicationError where the file cannot be read as a PDF. */
export async function judgePress(
  bytes: Uint8Array,
  demands: PressDemands,
  judging: PressJudging,
): Promise<readonly JudgeReport[]> {
  // Thrown here: within the judge it would be a judge that broke down, and not a file that is broken.
  await openPdf(bytes);
  return [await runJudge(preflightJudge, { bytes, demands }, judging)];
}

/** What a PDF says that it is for. */
export interface PdfPurposes {
  /** It claims a standard of PDF/X. */
  readonly press: boolean;
  /** It is for readers; a PDF that claims nothing is. */
  readonly reading: boolean;
}

/**
 * Reads the claims in the metadata: a file that claims PDF/UA beside PDF/X is for both.
 * @throws PublicationError where the file cannot be read as a PDF.
 */
export async function readPurposes(bytes: Uint8Array): Promise<PdfPurposes> {
  const { xmp } = readDocumentFacts(await openPdf(bytes));
  const claims = new XmpProperties(xmp ?? "");
  const press = claims.value("pdfxid", "GTS_PDFXVersion") !== undefined;
  return { press, reading: !press || claims.value("pdfuaid", "part") !== undefined };
}
