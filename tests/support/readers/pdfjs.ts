/** pdf.js, the reader of Firefox: text in the order of painting; it knows no ActualText. */
import { readFile } from "node:fs/promises";
import { readerWords } from "../../../src/judges/pdf/reading/compare-page.ts";
import { openPdf } from "../../../src/pdf/objects/open-pdf.ts";
import { readPdfjsText } from "../../../src/pdf/text/pdfjs-text.ts";
import type { TextReader } from "./reader.ts";

export const pdfjs: TextReader = {
  name: "pdf.js",
  keepsOrder: true,
  canRead: () => true,
  read: async (_context, file) => readPdfjsText(await openPdf(await readFile(file))),
  wordsOf: readerWords,
};
