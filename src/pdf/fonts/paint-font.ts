/**
 * What a walk over a page has to know of a font: how its strings read, how far they go, and whether
 * its letters are in the file. Input: a font dictionary; output: a readonly value. It reads no glyph
 * shapes. ISO 32000-1 §9.6, §9.7, §9.8.
 */
import { readMatrix, type Matrix } from "../geometry/matrix.ts";
import { encodingDifferences } from "./encoding-differences.ts";
import type { ObjectReader } from "../objects/object-reader.ts";
import type { PdfDict, PdfObject } from "../objects/types.ts";
import { descendantOf } from "./descendant.ts";
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
  readonly resources: PdfDict | undefined;
  readonly glyphOf: (code: number) => PdfObject | undefined;
}

/** Where letters reach: no more than usual, whatever a font claims for its tallest accents. */
const MAX_ASCENT = 0.75;
const MAX_DESCENT = 0.22;

export function readPaintFont(objects: ObjectReader, object: PdfObject | undefined): PaintFont {
  const dict = objects.dict(object);
  const decoder = fontDecoder(objects, object);
  const subtype = objects.name(objects.get(dict, "Subtype"));
  const inner = decoder.isComposite ? descendantOf(objects, dict) : dict;
  const descriptor = objects.dict(objects.get(inner, "FontDescriptor"));
  const metric = (key: string, fallback: number, most: number): number => {
    const value = Math.abs(objects.number(objects.get(descriptor, key)) ?? 0) / 1000;
    return value === 0 ? fallback : Math.min(value, most);
  };
  const program = readProgram(objects, descriptor);
  const encoding = objects.name(objects.get(dict, "Encoding"));
  const drawn = subtype === "Type3" ? readDrawnFont(objects, dict) : undefined;
  return {
    name: decoder.name,
    codeLength: decoder.codeLength,
    textOf: (code) =>
      decoder.textOf(code) ?? (decoder.isComposite || code < 32 ? "" : String.fromCharCode(code)),
    advanceOf: (code) => decoder.widthOf(code) / 1000,
    ascent: metric("Ascent", MAX_ASCENT, MAX_ASCENT),
    descent: metric("Descent", MAX_DESCENT, MAX_DESCENT),
    codesAreGlyphs: decoder.isComposite && (encoding?.startsWith("Identity-") ?? false),
    isEmbedded: drawn !== undefined || program.isEmbedded,
    ...(program.fault === undefined ? {} : { fault: program.fault }),
    ...(drawn === undefined ? {} : { drawn }),
  };
}

function readProgram(
  objects: ObjectReader,
  descriptor: PdfDict | undefined,
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
function readDrawnFont(objects: ObjectReader, dict: PdfDict | undefined): DrawnFont {
  const glyphs = objects.dict(objects.get(dict, "CharProcs"));
  const names = encodingDifferences(objects, objects.dict(objects.get(dict, "Encoding")));
  const numbers = objects.numbers(objects.get(dict, "FontMatrix"));
  return {
    matrix: numbers.length === 6 ? readMatrix([...numbers]) : [0.001, 0, 0, 0.001, 0, 0],
    resources: objects.dict(objects.get(dict, "Resources")),
    glyphOf: (wanted) => objects.get(glyphs, names.get(wanted) ?? ""),
  };
}
