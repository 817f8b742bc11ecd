/**
 * What a font's character codes read as, after its ToUnicode map. Input: a font dictionary; output:
 * a decoder. It knows nothing of glyph shapes or widths. ISO 32000-1 §9.10.
 */
import { PDFDict, PDFName, PDFRawStream, type PDFContext, type PDFObject } from "@cantoo/pdf-lib";
import { streamText } from "./stream-text.ts";

export interface FontDecoder {
  /** Bytes in a character code: 2 for composite fonts, 1 for others. */
  readonly codeLength: 1 | 2;
  readonly isComposite: boolean;
  /** The name in the file, without its subset tag. */
  readonly name: string;
  /** What a code reads as; undefined where the font does not say. */
  readonly textOf: (code: number) => string | undefined;
  /** The code of the space, if the font has one. */
  readonly spaceCode: number | undefined;
}

export function fontDecoder(context: PDFContext, font: PDFObject | undefined): FontDecoder {
  const dict = context.lookup(font);
  const isDict = dict instanceof PDFDict;
  const isComposite = isDict && dict.lookup(PDFName.of("Subtype")) === PDFName.of("Type0");
  const map = isDict ? dict.lookup(PDFName.of("ToUnicode")) : undefined;
  const base = isDict ? dict.lookup(PDFName.of("BaseFont")) : undefined;
  const name = base instanceof PDFName ? base.decodeText().replace(/^[A-Z]{6}\+/, "") : "";
  const texts =
    map instanceof PDFRawStream ? toUnicodeMap(streamText(map)) : new Map<number, string>();
  let spaceCode: number | undefined;
  for (const [code, text] of texts) {
    if (text === " " && (spaceCode === undefined || code < spaceCode)) spaceCode = code;
  }
  return {
    codeLength: isComposite ? 2 : 1,
    isComposite,
    name,
    textOf: (code) => texts.get(code),
    spaceCode,
  };
}

/** The `bfchar` and `bfrange` parts of a CMap. */
export function toUnicodeMap(cmap: string): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [, body = ""] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = "", text = ""] of body.matchAll(/<([^>]*)>\s*<([^>]*)>/g)) {
      texts.set(parseInt(code, 16), utf16Text(text));
    }
  }
  for (const [, body = ""] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    const ranges = /<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|\[([^\]]*)\])/g;
    for (const [, from = "", to = "", first, list] of body.matchAll(ranges)) {
      const start = parseInt(from, 16);
      const end = parseInt(to, 16);
      const listed = [...(list ?? "").matchAll(/<([^>]*)>/g)].map(([, text = ""]) =>
        utf16Text(text),
      );
      // A range that a file makes up may name more codes than there is memory for.
      for (let code = start; code <= Math.min(end, start + 0xffff); code++) {
        const text =
          first === undefined ? listed[code - start] : offsetText(utf16Text(first), code - start);
        if (text !== undefined) texts.set(code, text);
      }
    }
  }
  return texts;
}

function offsetText(text: string, offset: number): string | undefined {
  if (offset === 0) return text;
  const points = Array.from(text);
  const last = (points.pop()?.codePointAt(0) ?? 0) + offset;
  return last > 0x10ffff ? undefined : points.join("") + String.fromCodePoint(last);
}

function utf16Text(hex: string): string {
  const digits = hex.replace(/\s/g, "");
  let text = "";
  for (let at = 0; at + 3 < digits.length; at += 4) {
    text += String.fromCharCode(parseInt(digits.slice(at, at + 4), 16));
  }
  return text;
}
