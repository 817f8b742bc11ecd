/**
 * Where on the finished page more ink lies than paper and press can bear. Input: the ink of a page;
 * output: the worst place and how large all such places are. Specks smaller than a millimetre each
 * way are no places: edges that are drawn over each other make them.
 */
import type { BoxPt } from "../../../pdf/geometry/box.ts";
import { FULL_INK, type PixelBox, type TotalInk } from "./total-ink.ts";

export interface HeavyInk {
  /** 3.2 is 320 %. */
  readonly share: number;
  readonly boxPt: BoxPt;
  /** All that is over the limit. */
  readonly areaMm2: number;
}

const MM_PER_INCH = 25.4;
/** Separations have 256 steps, and each may be rounded. */
const ROUNDING = 0.02;

/** @param limit 3 is 300 %. */
export function heaviestInk(
  ink: TotalInk,
  trim: BoxPt,
  limit: number,
  dpi: number,
): HeavyInk | undefined {
  const pixels = ink.pixelsWithin(trim);
  const side = Math.max(1, Math.round(dpi / MM_PER_INCH));
  const most = (limit + ROUNDING) * FULL_INK;
  const least = leastInSquares(ink, pixels, side);
  const columns = pixels.right - pixels.left - side + 1;
  let worst = most;
  let worstAt = -1;
  let count = 0;
  for (let at = 0; at < least.length; at++) {
    const sample = least[at] ?? 0;
    if (sample <= most) continue;
    count += 1;
    if (sample <= worst) continue;
    worst = sample;
    worstAt = at;
  }
  if (worstAt < 0) return undefined;
  const left = pixels.left + (worstAt % columns);
  const top = pixels.top + Math.floor(worstAt / columns);
  return {
    share: worst / FULL_INK,
    boxPt: ink.boxOf({ left, top, right: left + side, bottom: top + side }),
    // Squares are counted by one of their corners, so that the margin of a place is left out.
    areaMm2: Math.max(1, count * (MM_PER_INCH / dpi) ** 2),
  };
}

/** The least sample of each square of pixels: what is left is as heavy all over the square. */
function leastInSquares(
  { samples, widthPx }: TotalInk,
  { left, top, right, bottom }: PixelBox,
  side: number,
): Uint16Array {
  const columns = Math.max(0, right - left - side + 1);
  const rows = Math.max(0, bottom - top - side + 1);
  // First along each row of pixels, then down each column of what that gave.
  const across = new Uint16Array(columns * Math.max(0, bottom - top));
  for (let y = top; y < bottom; y++) {
    for (let column = 0; column < columns; column++) {
      const at = y * widthPx + left + column;
      across[(y - top) * columns + column] = leastOf(samples, at, 1, side);
    }
  }
  const squares = new Uint16Array(columns * rows);
  for (let at = 0; at < squares.length; at++) squares[at] = leastOf(across, at, columns, side);
  return squares;
}

function leastOf(samples: Uint16Array, from: number, step: number, count: number): number {
  let least = 0xffff;
  for (let each = 0; each < count; each++) {
    const sample = samples[from + each * step] ?? 0;
    if (sample < least) least = sample;
  }
  return least;
}
