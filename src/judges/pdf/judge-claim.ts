/**
 * Judges whether a PDF that the project makes may claim PDF/UA-1 and PDF/A-2a. Input: the file
 * without the claim, and what is known of its source; output: the reports of the judges of source,
 * structure and reading. A claim is for them to give: where one finds something, or did not run,
 * nobody knows that it is true.
 */
import { openPdf, type PdfDocument } from "../../pdf/objects/open-pdf.ts";
import { pdfiumThread, pdfjsThread } from "../../pdf/text/reading-thread.ts";
import { KEPT_STANDARDS } from "../../accessible/kept-standards.ts";
import type { SourceFault } from "../../accessible/source/source-fault.ts";
import type { JudgeReport } from "../verdict/finding.ts";
import { runJudge, type Judge, type JudgeRun } from "../verdict/judge.ts";
import type { SourceOf } from "../verdict/found-element.ts";
import { sourceOfPdf, type PdfSources } from "./pdf-sources.ts";
import { PDF_STRUCTURE_RULES } from "./pdf-structure-info.ts";
import { pdfStructureJudge, readForJudging } from "./pdf-structure.ts";
import { readingFidelityJudge } from "./reading-fidelity.ts";
import { sourceJudge } from "./source.ts";

/** What a PDF claims that every judge of the claim has passed. */
export const CLAIMED_STANDARDS: readonly string[] = KEPT_STANDARDS.map(({ name }) => name);

export interface JudgedClaim {
  /** The file, which claims nothing yet. */
  readonly bytes: Uint8Array;
  /** The source as plain text, as the PDF must be read. */
  readonly reading: string;
  /** The source as a person knows it, e.g. `report.html`. */
  readonly source: string;
  /** What in the source keeps the PDF from the standards. */
  readonly faults: readonly SourceFault[];
  /** Where its texts were written; undefined of a document that was not rendered here. */
  readonly sources?: PdfSources | undefined;
}

/** Starts the threads on which the judges read, while others are at work. */
export function prepareToJudge(): void {
  pdfjsThread.start();
  pdfiumThread.start();
}

/** @throws PublicationError where the file cannot be read as a PDF. */
export async function judgeClaim(
  { bytes, reading, source, faults, sources }: JudgedClaim,
  run: JudgeRun,
): Promise<readonly JudgeReport[]> {
  const pdf = await openPdf(bytes);
  // What is known of tags is known when the judge of structure has read them.
  let known = sourceOfPdf(sources);
  const structureJudge: Judge<PdfDocument> = {
    ...pdfStructureJudge,
    // What cannot be read is not judged: that is a judge's failure too.
    judge: async (_pdf, signal) => {
      const read = await readForJudging(pdf);
      known = sourceOfPdf(sources, read.tree);
      return pdfStructureJudge.judge(read, signal);
    },
  };
  const sourceOf: SourceOf = (element) => known?.(element);
  const sourceReport = await runJudge(sourceJudge, { file: source, faults }, { ...run, sourceOf });
  // What both read with pdf.js comes from another thread: they wait for it together. The first begins
  // PDFium's reading, too, and the second has something to do meanwhile.
  const [fidelity, structure] = await Promise.all([
    runJudge(readingFidelityJudge, { pdf, expected: reading }, run),
    runJudge(structureJudge, pdf, { ...run, sourceOf }),
  ]);
  return [sourceReport, structure, fidelity];
}

/**
 * What WCAG's techniques ask for and no clause of either standard does: a document may have no
 * bookmarks (technique PDF2). ISO 14289-1 §7.5 says that tables "should" have headers; what it demands
 * is that headers which are there can be given by Headers and IDs or by Scope. So a table without
 * header cells is a table, a cell may have none, and a header may be empty (technique PDF6).
 */
const GUIDANCE: ReadonlySet<string> = new Set(
  Object.values(PDF_STRUCTURE_RULES).flatMap((rule) => (rule.isGuidance ? [rule.id] : [])),
);

/** Whether every judge of the claim ran and found nothing that the standards forbid. */
export function mayClaim(reports: readonly JudgeReport[]): boolean {
  return (
    reports.length > 0 &&
    reports.every(
      ({ status, findings }) =>
        status !== "skipped" && findings.every(({ rule }) => GUIDANCE.has(rule)),
    )
  );
}
