/**
 * How wide a font's dictionary says that glyphs are. Input: a font dictionary; output: widths by
 * character code (of composite fonts: by CID), in thousandths of the font size.
 * ISO 32000-1 §9.2.4, §9.6.5, §9.7.4.3.
 */
import type { PDFDict } from "@cantoo/pdf-lib";
import { PDFArray, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";

export type WidthOf = (code: number) => number;

/** What `DW` is where it is missing. */
const defaultWidth = 1000;

/** Of a Type 0 font whose codes are its CIDs. */
export function compositeWidths(descendant: PDFDict | undefined): WidthOf {
  const fallback = numberIn(descendant, "DW") ?? defaultWidth;
  const widths = new Map<number, number>();
  const list = descendant?.lookup(PDFName.of("W"));
  const entries = list instanceof PDFArray ? list.asArray() : [];
  for (let at = 0; at < entries.length;) {
    const first = numberOf(list, at);
    const next = lookUp(list, at + 1);
    if (next instanceof PDFArray) {
      for (let index = 0; index < next.size(); index++) {
        widths.set(first + index, numberOf(next, index));
      }
      at += 2;
      continue;
    }
    const last = numberOf(list, at + 1);
    const width = numberOf(list, at + 2);
    // A damaged array may name any number of glyphs.
    for (let code = Math.max(first, 0); code <= Math.min(last, 0xffff); code++)
      widths.set(code, width);
    at += 3;
  }
  return (code) => widths.get(code) ?? fallback;
}

/** Of any other font. Type 3 fonts have a unit of their own, which FontMatrix scales. */
export function simpleWidths(font: PDFDict): WidthOf {
  const first = numberIn(font, "FirstChar") ?? 0;
  const list = font.lookup(PDFName.of("Widths"));
  const matrix = font.lookup(PDFName.of("FontMatrix"));
  const scale = matrix instanceof PDFArray ? numberOf(matrix, 0) * 1000 : 1;
  return (code) => numberOf(list, code - first) * scale;
}

function lookUp(list: PDFObject | undefined, at: number): PDFObject | undefined {
  return list instanceof PDFArray && at >= 0 && at < list.size() ? list.lookup(at) : undefined;
}

function numberOf(list: PDFObject | undefined, at: number): number {
  const value = lookUp(list, at);
  return value instanceof PDFNumber ? value.asNumber() : 0;
}

function numberIn(dict: PDFDict | undefined, key: string): number | undefined {
  const value = dict?.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}
