/**
 * The text of a PDF's pages as PDFium reads it, and so Chromium's viewer and what is built on it.
 * Input: the bytes of a PDF; output: the text of each page in PDFium's order, with its line ends.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { PublicationError } from "../../errors.ts";
import { openInPdfium, type PdfiumDocument } from "../draw/pdfium.ts";

/** What PDFium puts for a hyphen at a line's end, a soft one or one of the author's; no line end. */
const HYPHEN_AT_LINE_END = /\ufffe/g;

/** @throws PublicationError `pdf-damaged` where PDFium cannot read the file or a page of it. */
export async function readPdfiumText(
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const document = await openInPdfium(bytes);
  if (document === undefined) throw unread("the file");
  try {
    const count = document.library.FPDF_GetPageCount(document.handle);
    const texts: string[] = [];
    for (let index = 0; index < count; index += 1) {
      // Between pages, what another thread has sent is taken in.
      await nextTurn();
      signal?.throwIfAborted();
      texts.push(readPage(document, index).replace(HYPHEN_AT_LINE_END, "-\n"));
    }
    return texts;
  } finally {
    document.close();
  }
}

function readPage(document: PdfiumDocument, index: number): string {
  const { library, handle, memory } = document;
  const { malloc, free } = library.pdfium.wasmExports;
  const page = library.FPDF_LoadPage(handle, index);
  const text = page === 0 ? 0 : library.FPDFText_LoadPage(page);
  try {
    if (text === 0) throw unread(`page ${index + 1}`);
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

function unread(what: string): PublicationError {
  return new PublicationError("pdf-damaged", `PDFium cannot read ${what}.`, {
    hint: "make the file again, or copy it again if it was cut in transfer.",
  });
}
