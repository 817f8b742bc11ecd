/**
 * Where a string's letters stand (ISO 32000-1 §9.4.4). Input: the graphics state, the text matrix and
 * the operands of a show operator; output: what is painted, and the matrix for what follows. Writing
 * from top to bottom is measured as if it ran from left to right.
 */
import { moved, multiply, type Matrix } from "../geometry/matrix.ts";
import { stringValue, type ContentOperand } from "../content/operations.ts";
import { intersection, transformBox, union, type BoxPt } from "../geometry/box.ts";
import type { PaintState } from "./paint-state.ts";
import { codesIn } from "../fonts/codes-in.ts";
import type { PaintFont } from "../fonts/paint-font.ts";

export interface ShownText {
  readonly text: string;
  /** Undefined where nothing was painted but space. */
  readonly boxPt: BoxPt | undefined;
  readonly sizePt: number;
  readonly hasMissingGlyph: boolean;
  /** Codes with the matrix that their glyph is drawn in, in units of the type size. */
  readonly glyphs: readonly { readonly code: number; readonly matrix: Matrix }[];
  readonly next: Matrix;
}

/** @param items the strings and adjustments of TJ, or one string. */
export function showText(
  state: PaintState,
  font: PaintFont,
  start: Matrix,
  items: readonly ContentOperand[],
): ShownText {
  const { fontSize, charSpacing, wordSpacing, textScale, rise } = state;
  const glyphs: { code: number; matrix: Matrix }[] = [];
  let [matrix, text, hasMissingGlyph] = [start, "", false];
  let box: BoxPt | undefined;
  const advance = (by: number): void => {
    matrix = moved(matrix, by, 0);
  };
  for (const item of items) {
    if (typeof item === "number") {
      advance((-item / 1000) * fontSize * textScale);
      continue;
    }
    const bytes = stringValue(item);
    if (bytes === undefined) continue;
    for (const code of codesIn(bytes, font.codeLength)) {
      const letter = font.textOf(code);
      const width = font.advanceOf(code) * fontSize;
      const place = multiply(state.matrix, matrix);
      glyphs.push({
        code,
        matrix: multiply(place, [fontSize * textScale, 0, 0, fontSize, 0, rise]),
      });
      text += letter;
      if (font.codesAreGlyphs && code === 0) hasMissingGlyph = true;
      if (letter === "" || letter.trim() !== "") {
        const reach: BoxPt = [
          0,
          rise - font.descent * fontSize,
          width * textScale,
          rise + font.ascent * fontSize,
        ];
        const own = transformBox(place, reach);
        box = box === undefined ? own : union(box, own);
      }
      const isSpace = font.codeLength === 1 && code === 32;
      advance((width + charSpacing + (isSpace ? wordSpacing : 0)) * textScale);
    }
  }
  const [, , c, d] = multiply(state.matrix, start);
  return {
    text,
    boxPt: box === undefined ? undefined : intersection(box, state.own),
    sizePt: Math.abs(fontSize) * Math.hypot(c, d),
    hasMissingGlyph,
    glyphs,
    next: matrix,
  };
}
