/**
 * Letters of two units of UTF-16, as those of formulas are (𝑎), on pages with text from right to left.
 * PDFium turns the two halves round where such a line holds the letter, so that nobody can read it. With
 * marks of direction on both sides it does not. Each has a glyph of its own that is not seen, since MuPDF
 * reads no code with such a letter and others. Input: pieces of a unit; output: the same, with marks. Pure.
 */
import type { ReadPiece } from "./read-piece.ts";
import type { Glyph, TextUnit } from "./units.ts";

const LEFT_TO_RIGHT_MARK = "\u200e";
const OF_TWO_UNITS = /^[\u{10000}-\u{10ffff}]$/u;
/** Of the letter's width. */
const MARK_WIDTH = 0.01;

export function keepUnitsTogether(piece: ReadPiece, { font, size }: TextUnit): ReadPiece {
  if (!piece.texts.some((text) => OF_TWO_UNITS.test(text))) return piece;
  const marked = piece.glyphs.flatMap((glyph, at): (readonly [Glyph, string])[] => {
    const text = piece.texts[at] ?? "";
    if (!OF_TWO_UNITS.test(text)) return [[glyph, text]];
    const mark = { ...glyph, isUnseen: true, stretch: MARK_WIDTH };
    const widthPt = (font.widthOf(glyph.code) / 1000) * size;
    return [
      [mark, LEFT_TO_RIGHT_MARK],
      [glyph, text],
      [{ ...mark, x: glyph.x + widthPt }, LEFT_TO_RIGHT_MARK],
    ];
  });
  return {
    ...piece,
    glyphs: marked.map(([glyph]) => glyph),
    texts: marked.map(([, text]) => text),
  };
}
