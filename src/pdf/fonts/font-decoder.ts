/**
 * What a font's character codes read as, after its ToUnicode map, and how wide they are. Input: a
 * font dictionary; output: a decoder. It knows nothing of glyph shapes. ISO 32000-1 §9.10.
 */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
} from "@cantoo/pdf-lib";
import { readableStreamText } from "../filters/stream-text.ts";
import { compositeWidths, simpleWidths, type WidthOf } from "./glyph-widths.ts";
import { readToUnicode } from "./to-unicode.ts";

export interface FontDecoder {
  /** Bytes in a character code: 2 for composite fonts, 1 for others. */
  readonly codeLength: 1 | 2;
  readonly isComposite: boolean;
  /** The name in the file, without its subset tag. */
  readonly name: string;
  /** What a code reads as; undefined where the font does not say. */
  readonly textOf: (code: number) => string | undefined;
  /** Codes that the font says a text of, with that text. */
  readonly texts: ReadonlyMap<number, string>;
  /** How far a code moves the next one, in thousandths of the font size. */
  readonly widthOf: WidthOf;
}

export function fontDecoder(context: PDFContext, font: PDFObject | undefined): FontDecoder {
  const object = context.lookup(font);
  const dict = object instanceof PDFDict ? object : undefined;
  const isComposite = dict?.lookup(PDFName.of("Subtype")) === PDFName.of("Type0");
  const map = dict?.lookup(PDFName.of("ToUnicode"));
  const base = dict?.lookup(PDFName.of("BaseFont"));
  const texts =
    map instanceof PDFRawStream
      ? readToUnicode(readableStreamText(map))
      : new Map<number, string>();
  return {
    codeLength: isComposite ? 2 : 1,
    isComposite,
    name: base instanceof PDFName ? base.decodeText().replace(/^[A-Z]{6}\+/, "") : "",
    textOf: (code) => texts.get(code),
    texts,
    widthOf: dict === undefined ? () => 0 : widthsOf(dict, isComposite),
  };
}

function widthsOf(font: PDFDict, isComposite: boolean): WidthOf {
  return isComposite ? compositeWidths(descendantOf(font)) : simpleWidths(font);
}

/** The CIDFont of a Type 0 font. */
export function descendantOf(font: PDFDict): PDFDict | undefined {
  const descendants = font.lookup(PDFName.of("DescendantFonts"));
  const found = descendants instanceof PDFArray ? descendants.lookup(0) : undefined;
  return found instanceof PDFDict ? found : undefined;
}
