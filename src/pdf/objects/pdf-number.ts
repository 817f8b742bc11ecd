/**
 * Numbers as PDF has them: no exponent (ISO 32000-1 §7.3.3), and no more digits than any device
 * shows, so that the same place is always the same bytes.
 */

/** Rounded to a millionth. */
export function pdfNumber(value: number): number {
  const rounded = Math.round(value * 1e6) / 1e6;
  // Not the -0 that turning a page makes, and nothing so small that JavaScript writes an exponent.
  return Math.abs(rounded) < 1e-5 ? 0 : rounded;
}

export function pdfNumbers(values: readonly number[]): number[] {
  return values.map(pdfNumber);
}
