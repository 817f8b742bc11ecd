/**
 * Reads the text of all pages, once for each open PDF. Input: an open PDF; output: pieces of text
 * with the marked content they stand in. It does not know the structure tree.
 */
import { fileURLToPath } from "node:url";
import { AnnotationMode, getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { PublicationError } from "../../errors.ts";
import { MarkedContentReader, type MarkedContentEvent } from "./marked-content.ts";
import type { PdfDocument } from "./open-pdf.ts";
import { readPaintedText } from "./painted-text.ts";
import type { PageContent } from "./text-piece.ts";

const known = new WeakMap<PdfDocument, Promise<readonly PageContent[]>>();

/** Throws `PublicationError` with code `pdf-damaged` where a page cannot be read. */
export function readContent(pdf: PdfDocument): Promise<readonly PageContent[]> {
  const found = known.get(pdf) ?? readMarked(pdf);
  known.set(pdf, found);
  return found;
}

function readMarked(pdf: PdfDocument): Promise<readonly PageContent[]> {
  const marked = new MarkedContentReader(pdf);
  return readPages(pdf, (index) => marked.read(index));
}

/**
 * The same as eyes see it: letters as they are painted, whatever marks say is to be read instead.
 * Throws `PublicationError` with code `pdf-damaged` where a page cannot be read.
 */
export function readGlyphs(pdf: PdfDocument): Promise<readonly PageContent[]> {
  return readPages(pdf, () => []);
}

async function readPages(
  pdf: PdfDocument,
  eventsOf: (index: number) => readonly MarkedContentEvent[],
): Promise<readonly PageContent[]> {
  const task = getDocument({
    // pdf.js may take the buffer over: it gets a copy.
    data: new Uint8Array(pdf.bytes),
    verbosity: VerbosityLevel.ERRORS,
    // Fonts are read for their characters only, and images not at all.
    disableFontFace: false,
    useSystemFonts: false,
    maxImageSize: 1,
    cMapUrl: packageFolder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: packageFolder("standard_fonts"),
  });
  try {
    const source = await task.promise;
    if (source.numPages !== pdf.pages.length) {
      throw damaged(`its page tree has ${pdf.pages.length} pages, or ${source.numPages}`);
    }
    const pages: PageContent[] = [];
    for (let index = 0; index < pdf.pages.length; index += 1) {
      const page = await source.getPage(index + 1);
      const list = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
      const pieces = readPaintedText(list, eventsOf(index), index + 1);
      pages.push({ page: index + 1, pieces });
      page.cleanup();
    }
    return pages;
  } catch (cause) {
    if (cause instanceof PublicationError) throw cause;
    throw damaged("its pages cannot be read", cause);
  } finally {
    await task.destroy();
  }
}

function packageFolder(name: string): string {
  return fileURLToPath(new URL(`${name}/`, import.meta.resolve("pdfjs-dist/package.json")));
}

function damaged(what: string, cause?: unknown): PublicationError {
  return new PublicationError("pdf-damaged", `The PDF is damaged: ${what}.`, {
    hint: "make the file again, or copy it again if it was cut in transfer.",
    cause,
  });
}
