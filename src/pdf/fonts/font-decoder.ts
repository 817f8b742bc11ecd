/**
 * What a font's character codes read as, after its ToUnicode map, and how wide they are. Input: a
 * font dictionary; output: a decoder. It knows nothing of glyph shapes. ISO 32000-1 §9.10.
 */
import type { ObjectReader } from "../objects/object-reader.ts";
import type { PdfObject } from "../objects/types.ts";
import { isComposite } from "./descendant.ts";
import { fontName } from "./font-names.ts";
import { glyphWidths, type WidthOf } from "./glyph-widths.ts";
import { readToUnicode } from "./to-unicode.ts";

export interface FontDecoder {
  /** Bytes in a character code: 2 for composite fonts, 1 for others. */
  readonly codeLength: 1 | 2;
  readonly isComposite: boolean;
  /** The name in the file, without its subset tag; empty where it has none. */
  readonly name: string;
  /** What a code reads as; undefined where the font does not say. */
  readonly textOf: (code: number) => string | undefined;
  /** Codes that the font says a text of, with that text. */
  readonly texts: ReadonlyMap<number, string>;
  /** How far a code moves the next one, in thousandths of the font size. */
  readonly widthOf: WidthOf;
}

export function fontDecoder(objects: ObjectReader, font: PdfObject | undefined): FontDecoder {
  const dict = objects.dict(font);
  const map = objects.streamBytes(objects.get(dict, "ToUnicode")) ?? new Uint8Array();
  const texts = readToUnicode(Buffer.from(map).toString("latin1"));
  const composite = isComposite(objects, dict);
  return {
    codeLength: composite ? 2 : 1,
    isComposite: composite,
    name: fontName(objects, dict) ?? "",
    textOf: (code) => texts.get(code),
    texts,
    widthOf: glyphWidths(objects, dict),
  };
}
