/**
 * The fonts of one document while its content is written anew: each with its decoder and the codes
 * that it gets. Input: font objects as pages name them; output: the same objects with maps, widths
 * and encodings for every code that is shown. ISO 32000-1 §9.6.5, §9.7, §9.10.
 */
import type { PdfObjects } from "../objects/pdf-objects.ts";
import type { PdfDict, PdfObject } from "../objects/types.ts";
import { fontDecoder, type FontDecoder } from "./font-decoder.ts";
import type { FontCodes, GlyphCode } from "./font-codes.ts";
import { openFontCodes, type OpenFontCodes } from "./write-font-codes.ts";
import { cleanToUnicode } from "./clean-to-unicode.ts";

export interface BookFont extends FontDecoder {
  /** The same glyph with another reading, or undefined where the font cannot take it. */
  readonly codeFor: (code: number, text: string) => GlyphCode | undefined;
  /** What names its copies in resources. */
  readonly object: PdfObject | undefined;
}

export class FontBook {
  readonly #objects: PdfObjects;
  readonly #fonts = new Map<PdfObject, BookFont>();
  readonly #open = new Map<PdfObject, OpenFontCodes>();
  /** Resources that show codes of copies, each with the name and the copy. */
  readonly #uses: { resources: PdfDict; name: string; font: PdfObject; copy: number }[] = [];

  constructor(objects: PdfObjects) {
    this.#objects = objects;
  }

  /** A font that is missing reads as nothing. */
  font(object: PdfObject | undefined): BookFont {
    const known = object && this.#fonts.get(object);
    if (known) return known;
    const decoder = fontDecoder(this.#objects, object);
    const dict = this.#objects.dict(object);
    const open = dict === undefined ? undefined : openFontCodes(this.#objects, dict, decoder);
    const codes: FontCodes | undefined = open?.codes;
    const font: BookFont = {
      ...decoder,
      object,
      codeFor: (code, text) => codes?.codeFor(code, text),
    };
    if (object !== undefined) {
      this.#fonts.set(object, font);
      if (open !== undefined) this.#open.set(object, open);
    }
    return font;
  }

  /** Under what name a copy of a font is found in `resources`. */
  nameOfCopy(resources: PdfDict, name: string, { object }: BookFont, copy: number): string {
    if (copy === 0 || object === undefined) return name;
    const own = `${name}.${copy}`;
    this.#uses.push({ resources, name: own, font: object, copy });
    return own;
  }

  /** After the last page. Fonts whose text nobody wrote anew keep their codes. */
  write(): void {
    for (const open of this.#open.values()) open.write();
    for (const { resources, name, font, copy } of this.#uses) {
      const fonts = this.#objects.dict(this.#objects.get(resources, "Font"));
      const made = this.#open.get(font)?.copies[copy - 1];
      if (fonts !== undefined && made !== undefined) this.#objects.set(fonts, name, made);
    }
    cleanToUnicode(this.#objects, new Set([...this.#open.values()].map(({ dict }) => dict)));
  }
}
