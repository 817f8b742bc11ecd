/**
 * The pages of a PDF whose objects stand in clear, one after the other, as the browser writes them.
 * Input: its bytes, trusted; output: a page for each object that is one. Objects are read as such:
 * what an address or a text says makes no page. It opens no stream. ISO 32000-1 §7.3.10, §7.7.3.3.
 */
import { ValueScanner } from "../admit/value-scanner.ts";
import { MOST_NESTING } from "../limits.ts";

export interface PlainPage {
  /** Of its own media box, where it has one that begins at the origin. */
  readonly size: { readonly widthPt: number; readonly heightPt: number } | undefined;
}

const KEYWORD = "obj";
const MEDIA_BOX = /^\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]$/u;

/** In the order in which they are written. */
export function plainPages(pdf: Uint8Array): readonly PlainPage[] {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const scanner = new ValueScanner(file, MOST_NESTING);
  const pages: PlainPage[] = [];
  for (let at = nextObject(file, 0); at !== -1;) {
    const start = scanner.afterWhite(at);
    const { end } = scanner.value(start);
    const isDict = file.toString("latin1", start, start + 2) === "<<";
    const entries = isDict ? scanner.entries(start) : new Map<string, string>();
    if (entries.get("Type") === "/Page") {
      const [, width, height] = MEDIA_BOX.exec(entries.get("MediaBox") ?? "") ?? [];
      const size = { widthPt: Number(width), heightPt: Number(height) };
      pages.push({ size: width === undefined ? undefined : size });
    }
    at = nextObject(file, afterStream(file, Math.max(start, end), Number(entries.get("Length"))));
  }
  return pages;
}

/** After the next keyword that begins an object. */
function nextObject(file: Buffer, from: number): number {
  for (let at = file.indexOf(KEYWORD, from); at !== -1; at = file.indexOf(KEYWORD, at + 3)) {
    if (file.toString("latin1", at - 3, at) !== "end") return at + KEYWORD.length;
  }
  return -1;
}

/** Pictures are most of a file, and may hold any bytes. */
function afterStream(file: Buffer, at: number, length: number): number {
  const hasStream = /^\s*stream\r?\n/u.test(file.toString("latin1", at, at + 12));
  return hasStream && length > 0 ? Math.min(file.length, at + length) : at;
}
