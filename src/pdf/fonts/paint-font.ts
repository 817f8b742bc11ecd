/**
 * What a walk over a page has to know of a font: how its strings read, how far they go, and whether
 * its letters are in the file. Input: a font dictionary; output: a readonly value. It reads no glyph
 * shapes. ISO 32000-1 §9.6, §9.7, §9.8.
 */
import type { PDFDict, PDFObject } from "@cantoo/pdf-lib";
import { readMatrix, type Matrix } from "../geometry/matrix.ts";
import { differences } from "./coded-font.ts";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import { fontDecoder } from "./font-decoder.ts";

export interface PaintFont {
  /** Without the prefix of a subset; empty where the font has none. */
  readonly name: string;
  readonly codeLength: 1 | 2;
  readonly textOf: (code: number) => string;
  /** In units of the type size. */
  readonly advanceOf: (code: number) => number;
  readonly ascent: number;
  readonly descent: number;
  /** Codes are glyph numbers, so that code 0 is the glyph for what the font lacks. */
  readonly codesAreGlyphs: boolean;
  readonly isEmbedded: boolean;
  /** What is wrong with the embedded program. */
  readonly fault?: string;
  readonly drawn?: DrawnFont;
}

/** Letters that are content streams (Type 3). */
export interface DrawnFont {
  readonly matrix: Matrix;
  readonly resources: PDFDict | undefined;
  readonly glyphOf: (code: number) => PDFObject | undefined;
}

/** Where letters reach: no more than usual, whatever a font claims for its tallest accents. */
const MAX_ASCENT = 0.75;
const MAX_DESCENT = 0.22;
const FALLBACK_WIDTH = 500;

export function readPaintFont(objects: PdfObjects, object: PDFObject | undefined): PaintFont {
  const dict = objects.dict(object);
  const decoder = fontDecoder(objects.context, object);
  const subtype = objects.name(objects.get(dict, "Subtype"));
  const inner = decoder.isComposite
    ? objects.dict(objects.items(objects.get(dict, "DescendantFonts"))[0])
    : dict;
  const descriptor = objects.dict(objects.get(inner, "FontDescriptor"));
  const metric = (key: string, fallback: number, most: number): number => {
    const value = Math.abs(objects.number(objects.get(descriptor, key)) ?? 0) / 1000;
    return value === 0 ? fallback : Math.min(value, most);
  };
  const program = readProgram(objects, descriptor);
  const encoding = objects.name(objects.get(dict, "Encoding"));
  const drawn = subtype === "Type3" ? readDrawnFont(objects, dict) : undefined;
  const widthOf = decoder.isComposite
    ? compositeWidths(objects, inner)
    : simpleWidths(objects, dict, descriptor);
  const unit = drawn === undefined ? 1 / 1000 : Math.abs(drawn.matrix[0]);
  return {
    name: decoder.name,
    codeLength: decoder.codeLength,
    textOf: (code) =>
      decoder.textOf(code) ?? (decoder.isComposite || code < 32 ? "" : String.fromCharCode(code)),
    advanceOf: (code) => widthOf(code) * unit,
    ascent: metric("Ascent", MAX_ASCENT, MAX_ASCENT),
    descent: metric("Descent", MAX_DESCENT, MAX_DESCENT),
    codesAreGlyphs: decoder.isComposite && (encoding?.startsWith("Identity-") ?? false),
    isEmbedded: drawn !== undefined || program.isEmbedded,
    ...(program.fault === undefined ? {} : { fault: program.fault }),
    ...(drawn === undefined ? {} : { drawn }),
  };
}

function simpleWidths(
  objects: PdfObjects,
  dict: PDFDict | undefined,
  descriptor: PDFDict | undefined,
): (code: number) => number {
  const first = objects.number(objects.get(dict, "FirstChar")) ?? 0;
  const widths = objects.items(objects.get(dict, "Widths")).map((item) => objects.number(item));
  const missing = objects.number(objects.get(descriptor, "MissingWidth"));
  const fallback = missing ?? (widths.length === 0 ? FALLBACK_WIDTH : 0);
  return (code) => widths[code - first] ?? fallback;
}

/** The array W: `c [w1 w2 …]` and `first last w` (§9.7.4.3). */
function compositeWidths(
  objects: PdfObjects,
  descendant: PDFDict | undefined,
): (code: number) => number {
  const widths = new Map<number, number>();
  const items = objects.items(objects.get(descendant, "W"));
  for (let at = 0; at < items.length;) {
    const first = objects.number(items[at]) ?? 0;
    if (objects.isArray(items[at + 1])) {
      for (const [index, width] of objects.numbers(items[at + 1]).entries()) {
        widths.set(first + index, width);
      }
      at += 2;
    } else {
      const last = Math.min(objects.number(items[at + 1]) ?? 0, first + 0xffff);
      const width = objects.number(items[at + 2]) ?? 0;
      for (let code = first; code <= last; code++) widths.set(code, width);
      at += 3;
    }
  }
  const fallback = objects.number(objects.get(descendant, "DW")) ?? 1000;
  return (code) => widths.get(code) ?? fallback;
}

function readProgram(
  objects: PdfObjects,
  descriptor: PDFDict | undefined,
): { readonly isEmbedded: boolean; readonly fault?: string } {
  const key = ["FontFile", "FontFile2", "FontFile3"].find(
    (name) => objects.stream(objects.get(descriptor, name)) !== undefined,
  );
  if (key === undefined) return { isEmbedded: false };
  const stream = objects.get(descriptor, key);
  const bytes = objects.streamBytes(stream);
  if (bytes === undefined || bytes.length === 0) {
    return { isEmbedded: true, fault: "its program is empty or cannot be unpacked" };
  }
  const head = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  const isOpenType = ["\0\x01\0\0", "true", "OTTO"].includes(head);
  const isSound =
    key === "FontFile2"
      ? isOpenType
      : key === "FontFile"
        ? head.startsWith("%!") || bytes[0] === 0x80
        : isOpenType || bytes[0] === 1;
  return isSound
    ? { isEmbedded: true }
    : { isEmbedded: true, fault: "its program does not begin as such programs do" };
}

/** §9.6.5. */
function readDrawnFont(objects: PdfObjects, dict: PDFDict | undefined): DrawnFont {
  const glyphs = objects.dict(objects.get(dict, "CharProcs"));
  const names = differences(objects, objects.dict(objects.get(dict, "Encoding")));
  const numbers = objects.numbers(objects.get(dict, "FontMatrix"));
  return {
    matrix: numbers.length === 6 ? readMatrix([...numbers]) : [0.001, 0, 0, 0.001, 0, 0],
    resources: objects.dict(objects.get(dict, "Resources")),
    glyphOf: (wanted) => objects.get(glyphs, names.get(wanted) ?? ""),
  };
}
