/** MuPDF, compiled to WebAssembly: structured text, in the order of painting. */
import { readFile } from "node:fs/promises";
import * as mupdf from "mupdf";
import { readerWords } from "../../../src/judges/pdf/reading/compare-page.ts";
import type { TextReader } from "./reader.ts";

/** Ligatures are kept: MuPDF would spell them out, and a file that holds them would look right. */
const OPTIONS = "preserve-ligatures,preserve-whitespace";

export const mupdfReader: TextReader = {
  name: "MuPDF",
  keepsOrder: true,
  canRead: () => true,
  read: async (_context, file) => {
    const document = mupdf.Document.openDocument(await readFile(file), "application/pdf");
    try {
      return Array.from({ length: document.countPages() }, (_, index) => {
        const page = document.loadPage(index);
        const text = page.toStructuredText(OPTIONS);
        try {
          return text.asText();
        } finally {
          text.destroy();
          page.destroy();
        }
      });
    } finally {
      document.destroy();
    }
  },
  wordsOf: readerWords,
};
