/**
 * Spaces that a line break has swallowed, and drawn labels: text that nobody paints and every reader
 * needs. It is put in as the glyph of a space, which paints nothing, with a code for what it reads
 * as. Input: a unit and its pieces; output: pieces or operators. ISO 32000-1 §14.8.2.5.
 */
import { apply, type Matrix } from "../../pdf/matrix.ts";
import type { BookFont } from "../../pdf/fonts/font-book.ts";
import { paintText, type NameOfCopy } from "./paint-text.ts";
import type { ReadPiece } from "./read-clusters.ts";
import type { Glyph, PaintedUnit, TextUnit } from "./units.ts";

/** The code of the space, if the font has one. */
export function spaceCode({ texts }: BookFont): number | undefined {
  let found: number | undefined;
  for (const [code, text] of texts) {
    const isSpace = text === " " || text === "\u00A0";
    if (isSpace && (found === undefined || code < found)) found = code;
  }
  return found;
}

/** A font without a space says it with its last letter. */
export function withSpaceAfter(unit: TextUnit, pieces: readonly ReadPiece[]): readonly ReadPiece[] {
  const last = pieces.at(-1);
  const glyph = last?.glyphs.at(-1);
  if (last === undefined || glyph === undefined) return pieces;
  const code = spaceCode(unit.font);
  if (code === undefined) {
    const texts = last.texts.with(-1, `${last.texts.at(-1) ?? ""} `);
    const actualText = last.actualText === undefined ? undefined : `${last.actualText} `;
    return [...pieces.slice(0, -1), { ...last, texts, actualText }];
  }
  const space: Glyph = { code, x: endOf(unit, glyph, code), y: glyph.y };
  return [...pieces, { glyphs: [space], texts: [" "], actualText: undefined }];
}

function endOf({ font, size, isReversed }: TextUnit, { code, x }: Glyph, space: number): number {
  const width = (of: number): number => (font.widthOf(of) / 1000) * size;
  return isReversed ? x - width(space) : x + width(code);
}

/** Says what is drawn, in the font of a text nearby. */
export interface SpaceCarrier {
  readonly say: (text: string, unit: PaintedUnit) => readonly string[];
}

/** Undefined where no text has a font with a space. */
export function spaceCarrier(
  texts: Iterable<TextUnit>,
  nameOfCopy: (unit: TextUnit) => NameOfCopy,
): SpaceCarrier | undefined {
  for (const unit of texts) {
    const code = spaceCode(unit.font);
    if (code === undefined) continue;
    return {
      say: (text, { x, y, matrix }) => {
        const [userX, userY] = inverse(matrix, x, y);
        const [a, b, c, d] = unit.textMatrix;
        const label: TextUnit = { ...unit, textMatrix: [a, b, c, d, userX, userY] };
        const glyphs = [{ code, x: 0, y: 0 }];
        const pieces = [{ glyphs, texts: [text], actualText: undefined }];
        return paintText({ ...label, clusters: [] }, pieces, nameOfCopy(unit));
      },
    };
  }
  return undefined;
}

function inverse([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  const area = a * d - b * c;
  if (area === 0) return [0, 0];
  const turned: Matrix = [d / area, -b / area, -c / area, a / area, 0, 0];
  return apply(turned, x - e, y - f);
}
