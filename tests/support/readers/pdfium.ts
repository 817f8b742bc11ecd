/**
 * PDFium, the reader of Chromium: text in the order of painting, hyphens at line ends marked. It sorts
 * what stands in one line from left to right, and turns what runs from right to left: brackets come
 * out mirrored, and punctuation on the other side of a mark, or of a number.
 */
import { readFile } from "node:fs/promises";
import { readerWords } from "../../../src/judges/pdf/reading/compare-page.ts";
import { readPdfiumText } from "../../../src/pdf/text/pdfium-text.ts";
import type { TextReader } from "./reader.ts";
import { withoutPunctuation } from "./right-to-left.ts";

export const pdfium: TextReader = {
  name: "PDFium",
  keepsOrder: true,
  canRead: () => true,
  read: async (_context, file) => readPdfiumText(await readFile(file)),
  wordsOf: readerWords,
  comparable: withoutPunctuation,
};
