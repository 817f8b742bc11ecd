/**
 * pdf.js, which is loaded when somebody needs it: it takes a fifth of a second, and most of that for
 * drawing, which nobody here asks of it.
 */
import type * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";

export type Pdfjs = typeof pdfjs;

let loading: Promise<Pdfjs> | undefined;

/** Loaded once in this process; who knows that it will be needed may call it before. */
export function loadPdfjs(): Promise<Pdfjs> {
  return (loading ??= import("pdfjs-dist/legacy/build/pdf.mjs"));
}
