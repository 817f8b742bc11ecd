/**
 * Faces that stand in for a font until it is there: a font of the reader's system, stretched and
 * shifted so that lines break and stand where they will. Input: a face and its font file. Output: an
 * `@font-face` rule for the family `<family> fallback`, which a style sheet names after the family.
 *
 * The characters of the rule are those the shipped font has: once that is there, nothing is left to
 * the stand-in, so no system font is in the page as it stays.
 */
import type { FontFile } from "../../design/fonts/font-file.ts";
import type { FontFace } from "../../design/fonts/stylesheet-fonts.ts";

export const FALLBACK_SUFFIX = " fallback";

interface SystemFont {
  /** Full or PostScript names; the fonts of one row have the same widths. */
  readonly names: readonly string[];
  /** Widths of the space and a to z, in thousandths of an em. */
  readonly widths: readonly number[];
}

/** The letters that lines of most languages here are made of. */
const LETTERS = " abcdefghijklmnopqrstuvwxyz";

const sans: SystemFont = {
  names: ["Arial", "Liberation Sans", "Arimo", "Helvetica"],
  widths: [
    278, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333,
    500, 278, 556, 500, 722, 500, 500, 500,
  ],
};
const sansBold: SystemFont = {
  names: ["Arial Bold", "Liberation Sans Bold", "Arimo Bold", "Helvetica Bold"],
  widths: [
    278, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389,
    556, 333, 611, 556, 778, 556, 556, 500,
  ],
};
const serif: SystemFont = {
  names: ["Times New Roman", "Liberation Serif", "Tinos", "Times"],
  widths: [
    250, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333,
    389, 278, 500, 500, 722, 500, 500, 444,
  ],
};
const serifItalic: SystemFont = {
  names: ["Times New Roman Italic", "Liberation Serif Italic", "Tinos Italic", "Times Italic"],
  widths: [
    250, 500, 500, 444, 500, 444, 278, 500, 500, 278, 278, 444, 278, 722, 500, 500, 500, 500, 389,
    389, 278, 500, 444, 667, 444, 444, 389,
  ],
};
const serifBold: SystemFont = {
  names: ["Times New Roman Bold", "Liberation Serif Bold", "Tinos Bold", "Times Bold"],
  widths: [
    250, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444,
    389, 333, 556, 500, 722, 500, 500, 444,
  ],
};

/**
 * @param sample the text that the widths are weighed by: the pages' own.
 * @param isSerif whether the style sheet's stack ends in `serif`.
 */
export function fallbackFace(
  face: FontFace,
  font: FontFile,
  { characters, sample, isSerif }: FallbackOptions,
): string {
  const system = systemFontFor(face, isSerif);
  const stretch =
    meanWidth(sample, (letter) => widthIn(font, letter)) /
    meanWidth(sample, (letter) => system.widths[LETTERS.indexOf(letter)]);
  const lineShare = (units: number): string => percent(units / font.unitsPerEm / stretch);
  return [
    `@font-face{font-family:"${face.family}${FALLBACK_SUFFIX}"`,
    `font-weight:${face.weight}`,
    `font-style:${face.style}`,
    `src:${system.names.map((name) => `local("${name}")`).join(",")}`,
    `size-adjust:${percent(stretch)}`,
    `ascent-override:${lineShare(font.ascender)}`,
    `descent-override:${lineShare(-font.descender)}`,
    `line-gap-override:${lineShare(font.lineGap)}`,
    `unicode-range:${unicodeRange(characters)}}`,
  ].join(";");
}

export interface FallbackOptions {
  /** The characters that the shipped subset has. */
  readonly characters: readonly number[];
  readonly sample: string;
  readonly isSerif: boolean;
}

function systemFontFor({ weight, style }: FontFace, isSerif: boolean): SystemFont {
  const isBold = Number.parseInt(weight, 10) >= 600;
  if (!isSerif) return isBold ? sansBold : sans;
  if (isBold) return serifBold;
  return style === "normal" ? serif : serifItalic;
}

/** In thousandths of an em. */
function widthIn(font: FontFile, letter: string): number | undefined {
  const advance = font.advanceOf(letter.codePointAt(0) ?? 0);
  return advance === undefined ? undefined : (advance / font.unitsPerEm) * 1000;
}

/** The mean width of a letter of `sample`; of the alphabet where it has none that are known. */
function meanWidth(sample: string, widthOf: (letter: string) => number | undefined): number {
  const letters = Array.from(sample.toLowerCase()).filter((letter) => LETTERS.includes(letter));
  const weighed = letters.length === 0 ? Array.from(LETTERS) : letters;
  const widths = weighed.map((letter) => widthOf(letter) ?? 500);
  return widths.reduce((sum, width) => sum + width, 0) / widths.length;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}

/** `U+20-7E,U+A0`: code points in ascending order as ranges. */
function unicodeRange(characters: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const code of characters) {
    const last = ranges.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  const hex = (code: number): string => code.toString(16).toUpperCase();
  return ranges
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(",");
}
