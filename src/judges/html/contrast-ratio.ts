/**
 * Contrast as WCAG 2.2 defines it ("contrast ratio", "relative luminance", success criterion 1.4.3).
 * Input: sRGB colours with channels from 0 to 255; output: ratios from 1 to 21.
 */

/** Red, green and blue, each from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The ratio between two opaque colours, whichever of them is the text. */
export function contrastRatio(one: Rgb, other: Rgb): number {
  const [darker, lighter] = [relativeLuminance(one), relativeLuminance(other)].sort(
    (low, high) => low - high,
  ) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** From 0 (black) to 1 (white). */
function relativeLuminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** The least contrast of text: 4.5 is criterion 1.4.3 (AA), 7 is 1.4.6 (AAA). */
export type LeastContrast = 4.5 | 7;

/**
 * What a criterion asks of large text (18 pt, or 14 pt bold), 3 at AA and 4.5 at AAA, and of other
 * text. Lengths are CSS pixels, of which 4 make 3 pt.
 */
export function neededRatio(
  fontSizePx: number,
  fontWeight: number,
  least: LeastContrast = 4.5,
): 3 | LeastContrast {
  const isLarge = fontSizePx >= 24 || (fontSizePx >= 56 / 3 - 0.001 && fontWeight >= 700);
  if (!isLarge) return least;
  return least === 7 ? 4.5 : 3;
}

/** `#1a2b3c`. */
export function formatRgb(colour: Rgb): string {
  return `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}

/** A ratio to two decimals, rounded down so that 4.499 never reads as enough. */
export function formatRatio(ratio: number): string {
  return `${(Math.floor(ratio * 100) / 100).toString()}:1`;
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
