/**
 * Whether readers see that two texts are apart, which stand one after the other in reading. Input:
 * the units; output: what has to be written between them. Readers look at places: a text that begins
 * far behind or below the other is apart, with or without a space. Where they see nothing, a space
 * has to be there that they cannot leave out. Pure.
 */
import { apply, multiply, type Matrix } from "../../pdf/geometry/matrix.ts";
import type { TextInStream } from "./order-streams.ts";
import type { TextUnit } from "./units.ts";

export type Separation =
  /** What is there is enough. */
  | "seen"
  /** A space: PDFium takes letters that stand below each other for a line from top to bottom. */
  | "space"
  /** A space that stands by itself; see `STANDING_SPACE`. */
  | "standing"
  /** A space that is not white space alone: Poppler joins what stands far apart in one line. */
  | "column";

/** In font sizes: what begins farther ahead than this in one line is a column to Poppler. */
const columnGap = 0.5;
/** A text of no more letters than this may stand in a column of letters. */
const shortText = 3;
/** As pdf.js has it, in font sizes: what begins farther back than this does not go on the line. */
const stepBack = 0.2;
/** And what begins nearer than this has no space before it. */
const leastGap = 0.11;
/** What rises or falls by less than this, in font sizes, is the same line to pdf.js. */
const sameLine = 0.5;

export function separationOf(first: TextInStream, next: TextInStream): Separation {
  // In another stream pdf.js does not know where it was.
  if (first.stream !== next.stream) return "standing";
  const { ahead, aside } = step(first.unit, next.unit);
  // Between the two pdf.js neither ends the line nor looks for a gap.
  if (aside > sameLine && aside <= 1 && ahead >= -stepBack && ahead < leastGap) return "standing";
  if (aside > sameLine) return first.unit.clusters.length <= shortText ? "space" : "seen";
  if (ahead < -stepBack) return "standing";
  return ahead > columnGap && standInLine(first, next) ? "column" : "seen";
}

/** Whether both stand in one line, as far as readers tell lines apart. */
export function standInLine({ unit: first }: TextInStream, { unit: next }: TextInStream): boolean {
  const from = pageMatrix(first);
  const sizePx = first.size * Math.hypot(from[2], from[3]);
  const [x, y] = apply(from, ...startOf(first));
  const [nextX, nextY] = apply(pageMatrix(next), ...startOf(next));
  const length = Math.hypot(from[0], from[1]);
  if (length === 0) return false;
  const across = Math.abs((nextX - x) * from[1] - (nextY - y) * from[0]) / length;
  return across <= sameLine * sizePx;
}

/**
 * From the end of one text to the start of the next, in font sizes of the first, along its line and
 * across. As pdf.js computes it: each place in the axes of its own text, so that a slant moves it.
 */
function step(first: TextUnit, next: TextUnit): { ahead: number; aside: number } {
  const [from, to] = [pageMatrix(first), pageMatrix(next)];
  const sizePx = first.size * Math.hypot(from[2], from[3]) || 1;
  const end = inOwnAxes(from, apply(from, ...endOf(first)));
  const start = inOwnAxes(to, apply(to, ...startOf(next)));
  return {
    ahead: (start[0] - end[0]) / sizePx,
    aside: Math.abs(start[1] - end[1]) / sizePx,
  };
}

function inOwnAxes([a, b, c, d]: Matrix, [x, y]: readonly [number, number]): [number, number] {
  const length = Math.hypot(a, b) || 1;
  return [(a * x + b * y) / length, (c * x + d * y) / length];
}

function pageMatrix({ matrix, textMatrix }: TextUnit): Matrix {
  return multiply(matrix, textMatrix);
}

function startOf({ clusters }: TextUnit): [number, number] {
  const { x = 0, y = 0 } = clusters[0]?.glyphs[0] ?? {};
  return [x, y];
}

function endOf({ clusters, font, size, isReversed }: TextUnit): [number, number] {
  const last = clusters.at(-1)?.glyphs.at(-1);
  if (last === undefined) return [0, 0];
  return [isReversed ? last.x : last.x + (font.widthOf(last.code) / 1000) * size, last.y];
}
