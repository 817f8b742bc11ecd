/**
 * What marks are drawn with: registration colour, which prints on every separation, and the letters of the
 * slug line. Input: a TrueType font; output: PDF objects. ISO 32000-1 §8.6.6.4, §9.6.3.
 */
import subsetFont from "subset-font";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { PdfRef } from "../../pdf/objects/types.ts";
import { readFontFile } from "../../design/fonts/font-file.ts";

export interface MarkFont {
  readonly ref: PdfRef;
  /** Width of a text in units of the type size. */
  readonly widthOf: (text: string) => number;
  /** As a PDF string in the font's encoding. */
  readonly encode: (text: string) => string;
}

/** `Separation` of the name All: the alternate is for viewers that make no separations. */
export function registrationColour(objects: PdfObjects): PdfRef {
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 };
  return objects.add(["Separation", "All", "DeviceCMYK", tint]);
}

/** A font for marks, before it is in a document. */
export interface MarkFontProgram {
  readonly bytes: Uint8Array;
  readonly codes: readonly number[];
}

/** The font with nothing but the letters of `texts`. */
export async function subsetMarkFont(
  bytes: Uint8Array,
  texts: readonly string[],
): Promise<MarkFontProgram> {
  const codes = [...new Set(texts.flatMap((text) => winAnsiCodes(text)))].sort((a, b) => a - b);
  const letters = String.fromCodePoint(...codes.map(characterOf));
  const subset = await subsetFont(Buffer.from(bytes), letters, { targetFormat: "truetype" });
  return { bytes: new Uint8Array(subset), codes };
}

/** A simple font whose encoding is that of Windows (WinAnsi). */
export function embedMarkFont(objects: PdfObjects, { bytes, codes }: MarkFontProgram): MarkFont {
  const file = readFontFile(bytes);
  const units = (value: number): number => Math.round((value * 1000) / file.unitsPerEm);
  const widths = Array.from({ length: 224 }, (_, index) =>
    units(codes.includes(index + 32) ? (file.advanceOf(characterOf(index + 32)) ?? 0) : 0),
  );
  const name = `PRESSM+${file.postScriptName ?? "Marks"}`;
  const program = objects.add(objects.makePackedStream(bytes, { Length1: bytes.length }));
  const descriptor = objects.add({
    Type: "FontDescriptor",
    FontName: name,
    Flags: 32,
    FontBBox: [0, units(file.descender), 1000, units(file.ascender)],
    ItalicAngle: 0,
    Ascent: units(file.ascender),
    Descent: units(file.descender),
    CapHeight: units(file.ascender),
    StemV: 80,
    FontFile2: program,
  });
  const ref = objects.add({
    Type: "Font",
    Subtype: "TrueType",
    BaseFont: name,
    FirstChar: 32,
    LastChar: 255,
    Widths: widths,
    Encoding: "WinAnsiEncoding",
    FontDescriptor: descriptor,
  });
  return {
    ref,
    widthOf: (text) =>
      winAnsiCodes(text).reduce((sum, code) => sum + (widths[code - 32] ?? 0), 0) / 1000,
    encode: (text) => `<${Buffer.from(winAnsiCodes(text)).toString("hex").toUpperCase()}>`,
  };
}

/** What Windows code page 1252 has from 0x80 on in place of control characters. */
const from80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Codes of a text; spaces of all widths are one, what the encoding lacks is a question mark. */
function winAnsiCodes(text: string): number[] {
  return [...text.normalize("NFC").replace(/\s/gu, " ")].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const special = from80.indexOf(letter);
    if (special >= 0) return special + 0x80;
    return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) ? code : 0x3f;
  });
}

function characterOf(code: number): number {
  return code >= 0x80 && code < 0xa0 ? (from80.codePointAt(code - 0x80) ?? code) : code;
}
