/**
 * Keeps a colour's inks within what paper and press can carry. Input: the shares of four inks;
 * output: shares whose sum is at most the limit, and that look as nearly the same as may be.
 */

/** Cyan, magenta, yellow and black, each from 0 to 1. */
export type Ink = readonly [cyan: number, magenta: number, yellow: number, black: number];

/**
 * Equal parts of cyan, magenta and yellow are gray: they give way to the same part of black, which
 * takes two parts of ink away for each. What black cannot take over is taken off the three in
 * proportion, so that the hue stays.
 */
export function limitInk(ink: Ink, limit: number): Ink {
  const [c, m, y, k] = ink;
  const excess = c + m + y + k - limit;
  if (excess <= 0) return ink;
  const gray = Math.min(excess / 2, c, m, y, 1 - k);
  const colour = c + m + y - 3 * gray;
  const black = Math.min(k + gray, limit);
  const scale = colour + black > limit ? Math.max(0, limit - black) / colour : 1;
  return [(c - gray) * scale, (m - gray) * scale, (y - gray) * scale, black];
}

/** Shares rounded down to steps, so that rounding never goes over the limit. */
export function roundedInk(ink: Ink, limit: number, steps: number): Ink {
  const rounded = ink.map((share) => Math.round(share * steps) / steps) as unknown as Ink;
  if (sumOf(rounded) <= limit + 1e-9) return rounded;
  return ink.map((share) => Math.floor(share * steps + 1e-9) / steps) as unknown as Ink;
}

export function sumOf(ink: Ink): number {
  return ink[0] + ink[1] + ink[2] + ink[3];
}
