/**
 * How wide a font's dictionary says that glyphs are. Input: a font dictionary; output: widths by
 * character code (of composite fonts: by CID), in thousandths of the font size.
 * ISO 32000-1 §9.2.4, §9.6.5, §9.7.4.3.
 */
import type { ObjectReader } from "../objects/object-reader.ts";
import type { PdfDict } from "../objects/types.ts";
import { descendantOf, isComposite } from "./descendant.ts";

export type WidthOf = (code: number) => number;

/** What `DW` is where it is missing. */
const DEFAULT_WIDTH = 1000;
/** Of one of the fonts that every reader has, whose widths are not in the file. */
const UNKNOWN_WIDTH = 500;

export function glyphWidths(objects: ObjectReader, font: PdfDict | undefined): WidthOf {
  if (font === undefined) return () => 0;
  return isComposite(objects, font)
    ? compositeWidths(objects, descendantOf(objects, font))
    : simpleWidths(objects, font);
}

/** Of a Type 0 font whose codes are its CIDs: `c [w1 w2 …]` and `first last w`. */
function compositeWidths(objects: ObjectReader, descendant: PdfDict | undefined): WidthOf {
  const widths = new Map<number, number>();
  const items = objects.items(objects.get(descendant, "W"));
  for (let at = 0; at < items.length;) {
    const first = objects.number(items[at]) ?? 0;
    if (objects.isArray(items[at + 1])) {
      for (const [index, item] of objects.items(items[at + 1]).entries()) {
        widths.set(first + index, objects.number(item) ?? 0);
      }
      at += 2;
      continue;
    }
    const last = objects.number(items[at + 1]) ?? 0;
    const width = objects.number(items[at + 2]) ?? 0;
    // A damaged array may name any number of glyphs.
    for (let code = Math.max(first, 0); code <= Math.min(last, 0xffff); code++) {
      widths.set(code, width);
    }
    at += 3;
  }
  const fallback = objects.number(objects.get(descendant, "DW")) ?? DEFAULT_WIDTH;
  return (code) => widths.get(code) ?? fallback;
}

/** Of any other font. Type 3 fonts have a unit of their own, which FontMatrix scales. */
function simpleWidths(objects: ObjectReader, font: PdfDict): WidthOf {
  const widthOf = ownWidths(objects, font);
  const [unit] = objects.numbers(objects.get(font, "FontMatrix"));
  return unit === undefined ? widthOf : (code) => widthOf(code) * unit * 1000;
}

/** The entries of `Widths`, in units of the font's own space. */
export function ownWidths(objects: ObjectReader, font: PdfDict): WidthOf {
  const first = objects.number(objects.get(font, "FirstChar")) ?? 0;
  const widths = objects.items(objects.get(font, "Widths")).map((item) => objects.number(item));
  const descriptor = objects.dict(objects.get(font, "FontDescriptor"));
  const missing = objects.number(objects.get(descriptor, "MissingWidth"));
  const fallback = missing ?? (widths.length === 0 ? UNKNOWN_WIDTH : 0);
  return (code) => widths[code - first] ?? fallback;
}
