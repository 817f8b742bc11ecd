/**
 * Reads the pages of a PDF with PDFium, on the thread that calls it. Input: the bytes; output: the text of
 * each page, or what cannot be read.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { openInPdfium, type PdfiumDocument } from "../../draw/pdfium.ts";

/** What PDFium puts for a hyphen at a line's end, a soft one or one of the author's; no line end. */
const HYPHEN_AT_LINE_END = /\ufffe/g;

/** With `unread`, what PDFium cannot read: "the file", or "page 3". */
export type PdfiumReading = { readonly texts: readonly string[] } | { readonly unread: string };

/** @param isWanted asked before each page; where nobody wants the rest, the texts end there. */
export async function readWithPdfium(
  bytes: Uint8Array,
  isWanted: () => boolean,
): Promise<PdfiumReading> {
  const document = await openInPdfium(bytes);
  if (document === undefined) return { unread: "the file" };
  try {
    const count = document.library.FPDF_GetPageCount(document.handle);
    const texts: string[] = [];
    for (let index = 0; index < count; index += 1) {
      // Between pages, what was sent to this thread is heard.
      await nextTurn();
      if (!isWanted()) break;
      const text = readPage(document, index);
      if (text === undefined) return { unread: `page ${index + 1}` };
      texts.push(text.replace(HYPHEN_AT_LINE_END, "-\n"));
    }
    return { texts };
  } finally {
    document.close();
  }
}

function readPage({ library, handle, memory }: PdfiumDocument, index: number): string | undefined {
  const { malloc, free } = library.pdfium.wasmExports;
  const page = library.FPDF_LoadPage(handle, index);
  const text = page === 0 ? 0 : library.FPDFText_LoadPage(page);
  try {
    if (text === 0) return undefined;
    const count = library.FPDFText_CountChars(text);
    // A character beyond U+FFFF is counted once and takes two units; one more ends the text.
    const units = malloc((count + 1) * 4);
    try {
      const written = library.FPDFText_GetText(text, 0, count, units);
      const end = units + Math.max(0, written - 1) * 2;
      return new TextDecoder("utf-16le").decode(memory().slice(units, end));
    } finally {
      free(units);
    }
  } finally {
    if (text !== 0) library.FPDFText_ClosePage(text);
    if (page !== 0) library.FPDF_ClosePage(page);
  }
}
