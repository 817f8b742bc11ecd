/** The programs of other people that read the text of what we make. */
import { ghostscript } from "./ghostscript.ts";
import { mupdfReader } from "./mupdf.ts";
import { pdfium } from "./pdfium.ts";
import { pdfjs } from "./pdfjs.ts";
import { poppler, popplerRaw } from "./poppler.ts";
import type { TextReader } from "./reader.ts";

export const textReaders: readonly TextReader[] = [
  pdfjs,
  pdfium,
  popplerRaw,
  poppler,
  mupdfReader,
  ghostscript,
];
