/**
 * Reads the text of all pages, once for each open PDF. Input: an open PDF; output: pieces of text
 * with the marked content they stand in. It does not know the structure tree.
 */
import { readMarkedContent, type MarkedContentEvent } from "./marked-content.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import { readPaintedText } from "./painted-text.ts";
import { readPdfjsPages } from "./pdfjs-pages.ts";
import type { PageContent } from "./text-piece.ts";

const known = new WeakMap<PdfDocument, Promise<readonly PageContent[]>>();

/** Throws `PublicationError` with code `pdf-damaged` where a page cannot be read. */
export function readContent(pdf: PdfDocument): Promise<readonly PageContent[]> {
  const found = known.get(pdf) ?? readMarked(pdf);
  known.set(pdf, found);
  return found;
}

function readMarked(pdf: PdfDocument): Promise<readonly PageContent[]> {
  return readPages(pdf, (index) => readMarkedContent(pdf, index));
}

/**
 * The same as eyes see it: letters as they are painted, whatever marks say is to be read instead.
 * Throws `PublicationError` with code `pdf-damaged` where a page cannot be read.
 */
export function readGlyphs(pdf: PdfDocument): Promise<readonly PageContent[]> {
  return readPages(pdf, () => []);
}

function readPages(
  pdf: PdfDocument,
  eventsOf: (index: number) => readonly MarkedContentEvent[],
): Promise<readonly PageContent[]> {
  return readPdfjsPages(pdf, {
    wish: "steps",
    take: (steps, index) => {
      const page = index + 1;
      return { page, pieces: readPaintedText({ steps, events: eventsOf(index), page }) };
    },
  });
}
