/**
 * Makes a PDF edition and writes its files. Input: its print source; output: where they lie, and what
 * the judges of its claim to a standard say. It judges nothing else.
 */
import { noClaim } from "../../report/conversion.ts";
import { madeEdition, type MadeEdition } from "../made-edition.ts";
import { pagesFile } from "../paged/files.ts";
import { withPrintSource } from "../paged/print-source.ts";
import { tellRefused, writeOutput } from "../paged/write-output.ts";
import type { EditionMaking } from "../room.ts";
import { readingFile } from "./files.ts";
import { makeJudgedPdf } from "./make-judged-pdf.ts";
import type { PdfEdition } from "./options.ts";

export function makePdfEdition(
  edition: PdfEdition,
  making: EditionMaking,
): Promise<MadeEdition<"pdf">> {
  const { project, dir, log } = making;
  return withPrintSource(edition, making, async (source, onPage, elements) => {
    const made = madeEdition<"pdf">(project.publication, edition);
    const pdf = await makeJudgedPdf(source, `print source of ${edition.id}`, {
      ...making,
      elements,
      onPage,
      keepPages: (pagesHtml) => writeOutput(dir, pagesFile(edition), pagesHtml),
    });
    const { bytes, standards, judges, reading, pageCount, pageMap, refusals, sources } = pdf;
    await writeOutput(dir, readingFile(edition), reading);
    await writeOutput(dir, made.file, bytes);
    onPage({ pageCount, expectedCount: undefined });
    if (standards.length === 0) log.notice(`${edition.id}: ${noClaim(judges)}`);
    tellRefused(refusals, log);
    const { standIns } = source;
    return { ...made, pageMap, refusals, standIns, claimJudges: judges, sources };
  });
}
