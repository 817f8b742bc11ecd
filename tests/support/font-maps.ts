/**
 * The ToUnicode maps of all fonts of a PDF, found by MuPDF and read for the tests. Input: a file;
 * output: its fonts, in the order of their numbers.
 */
import { readFile } from "node:fs/promises";
import * as mupdf from "mupdf";
import { parseToUnicode, type ToUnicode } from "./to-unicode.ts";

export interface FontMap {
  /** Its name and its object's number, e.g. `ABCDEF+Inter-Regular (12)`. */
  readonly font: string;
  /** Undefined for a font without one whose codes are not those of a named encoding either. */
  readonly map: ToUnicode | undefined;
}

export async function readFontMaps(file: string): Promise<readonly FontMap[]> {
  const document = mupdf.PDFDocument.openDocument(await readFile(file), "application/pdf");
  if (!(document instanceof mupdf.PDFDocument)) throw new Error(`${file} is not a PDF`);
  try {
    const found: FontMap[] = [];
    for (let number = 1; number < document.countObjects(); number++) {
      const object = document.newIndirect(number).resolve();
      // A descendant of a composite font has no map of its own.
      const isFont = object.isDictionary() && nameOf(object, "Type") === "Font";
      if (!isFont || nameOf(object, "Subtype").startsWith("CIDFont")) continue;
      found.push({ font: `${nameOf(object, "BaseFont")} (${number})`, map: mapOf(object) });
    }
    return found;
  } finally {
    document.destroy();
  }
}

/** ISO 32000-1, 9.10.2: codes of a named encoding are known without a map. */
const NAMED_ENCODINGS: readonly string[] = ["WinAnsiEncoding", "MacRomanEncoding"];

function mapOf(font: mupdf.PDFObject): ToUnicode | undefined {
  const stream = font.get("ToUnicode");
  if (stream.isStream()) return parseToUnicode(stream.readStream().asString());
  return NAMED_ENCODINGS.includes(nameOf(font, "Encoding")) ? new Map() : undefined;
}

function nameOf(dictionary: mupdf.PDFObject, key: string): string {
  const value = dictionary.get(key);
  return value.isName() ? value.asName() : "";
}

/** §9.10.3 and PDF/UA-1, 7.21.7: no code may read as these, and none as nothing. */
const UNREADABLE = /^$|[\0\uFEFF\uFFFD-\uFFFF\p{Co}\p{Cs}]/u;

/** Codes whose value is no text, as `ABCDEF+Inter-Regular (12): <0031> reads U+E075`. */
export function unreadableCodes(fonts: readonly FontMap[]): readonly string[] {
  return fonts.flatMap(({ font, map }) =>
    [...(map ?? [])]
      .filter(([, text]) => UNREADABLE.test(text))
      .map(([code, text]) => `${font}: <${code}> reads ${numbers(text)}`),
  );
}

/** What codes read as that is longer than one character. */
export function longValues(fonts: readonly FontMap[]): readonly string[] {
  const values = fonts.flatMap(({ map }) => [...(map?.values() ?? [])]);
  return [...new Set(values.filter((text) => text.length > 1))];
}

function numbers(text: string): string {
  const shown = Array.from(text, (char) => {
    const number = (char.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `U+${number.padStart(4, "0")}`;
  });
  return shown.join(" ") || "nothing";
}
