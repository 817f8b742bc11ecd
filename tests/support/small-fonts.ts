/**
 * Fonts as the browser writes them, small enough to be read: a composite font of TrueType outlines and
 * a Type 3 font. Input: what the codes read as; output: objects of a context.
 */
import type { PDFRef } from "@cantoo/pdf-lib";
import { PDFArray, PDFDict, PDFName, type PDFContext } from "@cantoo/pdf-lib";
import { streamText } from "./stream-text.ts";
import { formatToUnicode, parseToUnicode } from "./to-unicode.ts";

/** The number of glyphs that `compositeFont` says of itself in its `maxp` table. */
export const GLYPHS_OF_STUB = 6;

export interface CompositeOptions {
  readonly texts?: Readonly<Record<number, string>>;
  /** The font program; without one, a table directory with nothing but `maxp`. */
  readonly program?: Uint8Array;
  readonly widths?: readonly number[];
  readonly cidToGid?: string;
}

/** Codes are glyph numbers; glyph n is 100 × n wide where `widths` does not say otherwise. */
export function compositeFont(context: PDFContext, options: CompositeOptions = {}): PDFRef {
  const { texts = {}, program = stubProgram(), cidToGid = "Identity" } = options;
  const widths = options.widths ?? [0, 100, 200, 300, 400, 500];
  const descriptor = context.register(
    context.obj({
      Type: "FontDescriptor",
      FontName: "AAAAAA+Small",
      Flags: 4,
      FontBBox: [0, -300, 1000, 1000],
      ItalicAngle: 0,
      Ascent: 900,
      Descent: -300,
      CapHeight: 700,
      StemV: 80,
      FontFile2: context.register(context.flateStream(program)),
      CIDSet: context.register(context.flateStream(Uint8Array.of(0xfc))),
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: "Font",
      Subtype: "CIDFontType2",
      BaseFont: "AAAAAA+Small",
      CIDSystemInfo: { Registry: "(Adobe)", Ordering: "(Identity)", Supplement: 0 },
      CIDToGIDMap: cidToGid,
      DW: 1000,
      W: [0, widths],
      FontDescriptor: descriptor,
    }),
  );
  return context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: "AAAAAA+Small",
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: toUnicodeStream(context, texts, 4),
    }),
  );
}

/** Drawings `g0`, `g1` … at codes from `first` on, each as wide as its code and 100. */
export function drawnFont(
  context: PDFContext,
  count: number,
  texts: Readonly<Record<number, string>> = {},
  first = 0,
): PDFRef {
  const codes = Array.from({ length: count }, (_, index) => first + index);
  const drawing = context.register(context.stream("500 0 0 0 500 500 d1 0 0 500 500 re f"));
  return context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type3",
      FontBBox: [0, 0, 1000, 1000],
      FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
      CharProcs: Object.fromEntries(codes.map((code) => [`g${code}`, drawing])),
      Encoding: { Type: "Encoding", Differences: [first, ...codes.map((code) => `g${code}`)] },
      FirstChar: first,
      LastChar: first + count - 1,
      Widths: codes.map((code) => code + 100),
      Resources: {},
      ToUnicode: toUnicodeStream(context, texts, 2),
    }),
  );
}

/** What the codes of a font read as, by a reader that is not the project's. */
export function textsOfFont(font: PDFDict): ReadonlyMap<number, string> {
  const map = parseToUnicode(streamText(font.lookup(PDFName.of("ToUnicode"))));
  return new Map([...map].map(([code, text]) => [parseInt(code, 16), text]));
}

export function descendantOfFont(font: PDFDict): PDFDict {
  return font.lookup(PDFName.of("DescendantFonts"), PDFArray).lookup(0, PDFDict);
}

function toUnicodeStream(
  context: PDFContext,
  texts: Readonly<Record<number, string>>,
  digits: number,
): PDFRef {
  const map = new Map(
    Object.entries(texts).map(([code, text]) => [
      Number(code).toString(16).padStart(digits, "0"),
      text,
    ]),
  );
  return context.register(context.flateStream(formatToUnicode(map)));
}

/** OpenType's table directory (12 bytes and 16 for each table), then the table. */
function stubProgram(): Uint8Array {
  const bytes = Buffer.alloc(12 + 16 + 6);
  bytes.writeUInt32BE(0x00010000, 0);
  bytes.writeUInt16BE(1, 4);
  bytes.write("maxp", 12, "latin1");
  bytes.writeUInt32BE(28, 20);
  bytes.writeUInt32BE(6, 24);
  bytes.writeUInt32BE(0x00010000, 28);
  bytes.writeUInt16BE(GLYPHS_OF_STUB, 32);
  return bytes;
}
