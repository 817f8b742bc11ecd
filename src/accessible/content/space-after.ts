/**
 * Spaces that a line break has swallowed, and drawn labels: text that nobody paints and every reader
 * needs. It is put in as the glyph of a space, which paints nothing, with a code for what it reads
 * as. Input: a unit and its pieces; output: pieces or operators. ISO 32000-1 §14.8.2.5.
 */
import { apply, multiply, type Matrix } from "../../pdf/geometry/matrix.ts";
import type { BookFont } from "../../pdf/fonts/font-book.ts";
import { paintText, type NameOfCopy } from "./paint-text.ts";
import type { ReadPiece } from "./read-piece.ts";
import type { Glyph, TextUnit } from "./units.ts";

/** The code of the space, if the font has one. */
export function spaceCode({ texts }: BookFont): number | undefined {
  let found: number | undefined;
  for (const [code, text] of texts) {
    const isSpace = text === " " || text === "\u00A0";
    if (isSpace && (found === undefined || code < found)) found = code;
  }
  return found;
}

/**
 * A space glyph behind a line.
 * @param space what it reads as.
 * @returns undefined where the font has no space.
 */
export function spaceAfter(
  unit: TextUnit,
  pieces: readonly ReadPiece[],
  space: string,
): ReadPiece | undefined {
  const glyph = pieces.at(-1)?.glyphs.at(-1);
  const code = spaceCode(unit.font);
  if (glyph === undefined || code === undefined) return undefined;
  const at: Glyph = { code, x: endOf(unit, glyph, code), y: glyph.y };
  return { glyphs: [at], texts: [space], actualText: undefined };
}

/** A font without a space says it with its last letter. */
export function withSpaceInLetter(pieces: readonly ReadPiece[]): readonly ReadPiece[] {
  const last = pieces.at(-1);
  if (last === undefined) return pieces;
  const texts = last.texts.with(-1, `${last.texts.at(-1) ?? ""} `);
  const actualText = last.actualText === undefined ? undefined : `${last.actualText} `;
  return [...pieces.slice(0, -1), { ...last, texts, actualText }];
}

function endOf({ font, size, isReversed }: TextUnit, { code, x }: Glyph, space: number): number {
  const width = (of: number): number => (font.widthOf(of) / 1000) * size;
  return isReversed ? x - width(space) : x + width(code);
}

/** Says what no font there can, in the font of a text nearby. */
export interface SpaceCarrier {
  /** At a place in a user space, as `matrix` leads from there to CSS pixels of the page. */
  readonly say: (text: string, at: Place) => readonly string[];
}

export interface Place {
  /** CSS pixels from the page's upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly matrix: Matrix;
  /** Whether what is said ends there, and does not begin. */
  readonly isLeft?: boolean;
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
      say: (text, { x, y, matrix, isLeft = false }) => {
        const [userX, userY] = inverse(matrix, x, y);
        const [a, b, c, d] = unit.textMatrix;
        const widthPx = (unit.font.widthOf(code) / 1000) * unit.size;
        const glyphs = [{ code, x: isLeft ? -widthPx : 0, y: 0 }];
        const piece = { glyphs, texts: [text], actualText: undefined };
        const textMatrix: Matrix = [a, b, c, d, userX, userY];
        return paintText({ ...unit, textMatrix, clusters: [] }, [piece], nameOfCopy(unit));
      },
    };
  }
  return undefined;
}

/** Where a unit ends: on its left where it runs from right to left. */
export function endPlace(unit: TextUnit): Place {
  const { clusters, textMatrix, matrix, isReversed, font, size } = unit;
  const glyph = clusters.at(-1)?.glyphs.at(-1) ?? { code: 0, x: 0, y: 0 };
  const width = isReversed ? 0 : (font.widthOf(glyph.code) / 1000) * size;
  const [x, y] = apply(multiply(matrix, textMatrix), glyph.x + width, glyph.y);
  return { x, y, matrix, isLeft: isReversed };
}

function inverse([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  const area = a * d - b * c;
  if (area === 0) return [0, 0];
  const turned: Matrix = [d / area, -b / area, -c / area, a / area, 0, 0];
  return apply(turned, x - e, y - f);
}
