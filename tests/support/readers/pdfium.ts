/** PDFium, the reader of Chromium: text in the order of painting, hyphens at line ends marked. */
import { readFile } from "node:fs/promises";
import { readerWords } from "../../../src/check/reading/compare-page.ts";
import { readPdfiumText } from "../../../src/pdf/read/pdfium-text.ts";
import type { TextReader } from "./reader.ts";

export const pdfium: TextReader = {
  name: "PDFium",
  keepsOrder: true,
  canRead: () => true,
  read: async (_context, file) => readPdfiumText(await readFile(file)),
  wordsOf: readerWords,
};
