/**
 * Reads the pages of a PDF with pdf.js, on the thread that calls it. Input: the bytes, and what is wanted of
 * each page; output: what was read, page by page. Nothing is drawn, and nothing is fetched.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readPaintedSteps, type PaintedStep } from "../painted-steps.ts";
import { fontsNobodySees, loadPdfjs, type Pdfjs } from "./pdfjs.ts";

/** What is read of a page, by the name under which it is asked for. */
export interface PdfjsReads {
  /** What it paints, step by step. */
  readonly steps: readonly PaintedStep[];
  /** As those get it who select or search it. */
  readonly text: string;
}

export type PdfjsWish = keyof PdfjsReads;

export interface PdfjsListener<Wish extends PdfjsWish> {
  readonly onOpened: (pageCount: number) => void;
  /** Page by page. */
  readonly onPage: (read: PdfjsReads[Wish]) => void;
  /** Asked before each page; where nobody wants the rest, reading ends. */
  readonly isWanted: () => boolean;
}

/** @throws what pdf.js throws where the file, or a page, cannot be read. */
export async function readWithPdfjs<Wish extends PdfjsWish>(
  bytes: Uint8Array,
  wish: Wish,
  { onOpened, onPage, isWanted }: PdfjsListener<Wish>,
): Promise<void> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    data: bytes,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    // Fonts are read for their characters only, and images not at all.
    ownerDocument: fontsNobodySees(),
    disableFontFace: false,
    useSystemFonts: false,
    maxImageSize: 1,
    cMapUrl: packageFolder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: packageFolder("standard_fonts"),
  });
  try {
    const source = await task.promise;
    onOpened(source.numPages);
    for (let number = 1; number <= source.numPages; number += 1) {
      // Between pages, what was sent to this thread is heard.
      await nextTurn();
      if (!isWanted()) return;
      const page = await source.getPage(number);
      onPage(await READERS[wish](page, pdfjs));
      page.cleanup();
    }
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

const READERS: {
  readonly [Wish in PdfjsWish]: (page: PDFPageProxy, pdfjs: Pdfjs) => Promise<PdfjsReads[Wish]>;
} = {
  steps: async (page, { AnnotationMode, OPS }) => {
    const list = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    return readPaintedSteps(list, OPS);
  },
  text: async (page) => {
    // Normalized text has letters in place of ligatures: then a file that holds ligatures looks right.
    const { items } = await page.getTextContent({ disableNormalization: true });
    return items
      .map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""))
      .join("");
  },
};

function packageFolder(name: string): string {
  return fileURLToPath(new URL(`${name}/`, import.meta.resolve("pdfjs-dist/package.json")));
}
