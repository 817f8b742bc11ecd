/**
 * Reads the text of all pages, once for each open PDF. Input: an open PDF; output: pieces of text
 * with the marked content they stand in. It does not know the structure tree.
 */
import { readMarkedContent, type MarkedContentEvent } from "./marked-content.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import { readPaintedText } from "./painted-text.ts";
import type { PaintedStep } from "./painted-steps.ts";
import { beginPdfjsPages, readPdfjsPages, type BegunPages } from "./pdfjs-pages.ts";
import type { PageContent } from "./text-piece.ts";

const known = new WeakMap<PdfDocument, Promise<readonly PageContent[]>>();

/** A reading of a file that is not open yet. */
export type BegunContent = BegunPages<"steps">;

/** Begins on another thread, for a file that was made here, while this one opens it. */
export function beginContent(bytes: Uint8Array): BegunContent {
  return beginPdfjsPages(bytes, "steps");
}

/**
 * @param begun where the reading of this file has begun already.
 * @throws PublicationError `pdf-damaged` where a page cannot be read.
 */
export function readContent(
  pdf: PdfDocument,
  begun?: BegunContent,
): Promise<readonly PageContent[]> {
  const found = known.get(pdf) ?? readPages(pdf, (index) => readMarkedContent(pdf, index), begun);
  known.set(pdf, found);
  return found;
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
  begun?: BegunContent,
): Promise<readonly PageContent[]> {
  const take = (steps: readonly PaintedStep[], index: number): PageContent => {
    const page = index + 1;
    return { page, pieces: readPaintedText({ steps, events: eventsOf(index), page }) };
  };
  return begun?.take(pdf, { take }) ?? readPdfjsPages(pdf, { wish: "steps", take });
}
