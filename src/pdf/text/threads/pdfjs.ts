/**
 * pdf.js, without what it draws with: nobody here asks it to draw. Both its halves run on the thread that
 * loads it.
 */
import { createRequire } from "node:module";
import type * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";

export type Pdfjs = typeof pdfjs;

let loading: Promise<Pdfjs> | undefined;

/** Loaded once on this thread. */
export function loadPdfjs(): Promise<Pdfjs> {
  return (loading ??= load());
}

async function load(): Promise<Pdfjs> {
  const restore = withholdCanvas();
  try {
    // pdf.js looks for its other half under this name, and would load it again.
    const pdfjsWorker = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
    Object.assign(globalThis, { pdfjsWorker });
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    restore();
  }
}

/** What pdf.js wants to be there, to draw with. @throws Error always */
function undrawn(): never {
  throw new Error("pdf.js was asked to draw");
}

/**
 * In Node.js, pdf.js loads a library for drawing as soon as it is loaded itself, which takes longer than
 * all else of it. While it loads it finds another module under that name.
 * @returns what puts it back.
 */
function withholdCanvas(): () => void {
  const require = createRequire(import.meta.resolve("pdfjs-dist/legacy/build/pdf.mjs"));
  let name: string;
  try {
    name = require.resolve("@napi-rs/canvas");
  } catch {
    // pdf.js can do without it, as can we.
    return () => undefined;
  }
  const found = require.cache[name];
  if (found !== undefined) return () => undefined;
  const module = { id: name, filename: name, loaded: true, children: [], paths: [] };
  const exports = { DOMMatrix: undrawn, Path2D: undrawn };
  require.cache[name] = Object.assign(Object.create(null) as NodeJS.Module, module, { exports });
  return () => {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- it is a dictionary.
    delete require.cache[name];
    // What pdf.js has taken from it.
    const place: { DOMMatrix?: unknown; Path2D?: unknown } = globalThis;
    if (place.DOMMatrix === undrawn) delete place.DOMMatrix;
    if (place.Path2D === undrawn) delete place.Path2D;
  };
}

/**
 * A document that takes fonts and shows none. Without one, pdf.js prepares to draw each glyph by its
 * outline.
 */
export function fontsNobodySees(): HTMLDocument {
  const place: { FontFace?: unknown } = globalThis;
  place.FontFace ??= UnseenFont;
  return { fonts: new Set() } as unknown as HTMLDocument;
}

class UnseenFont {
  readonly family: string;
  readonly loaded = Promise.resolve(this);

  constructor(family: string) {
    this.family = family;
  }
}
