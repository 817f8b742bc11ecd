/**
 * The text of a PDF's pages as pdf.js gives it to those who select or search it, Firefox among them.
 * Input: an open PDF; output: the text of each page in the order of painting, with the spaces and
 * line ends that pdf.js finds. It knows no ActualText; src/pdf/text/read-content.ts does.
 */
import type { PdfDocument } from "../objects/open-pdf.ts";
import { readPdfjsPages } from "./pdfjs-pages.ts";

/** @throws PublicationError `pdf-damaged` where a page cannot be read. */
export function readPdfjsText(pdf: PdfDocument, signal?: AbortSignal): Promise<readonly string[]> {
  return readPdfjsPages(pdf, { wish: "text", take: (text) => text, signal });
}
