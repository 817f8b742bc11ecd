/** Sizes of finished pages by the names that publications give them, in millimetres, upright. */
import type { PdfEdition } from "../editions/pdf/options.ts";
import type { PressEdition } from "../editions/press/options.ts";

export interface PageSizeMm {
  readonly widthMm: number;
  readonly heightMm: number;
}

function size(widthMm: number, heightMm: number): PageSizeMm {
  return { widthMm, heightMm };
}

/** CSS Paged Media 3, 7.1, and two of print shops: DL, a third of A4 for long envelopes, and square. */
export const PAGE_FORMATS: Readonly<
  Record<PdfEdition["format"] | PressEdition["format"], PageSizeMm>
> = {
  A3: size(297, 420),
  A4: size(210, 297),
  A5: size(148, 210),
  B4: size(250, 353),
  B5: size(176, 250),
  "JIS-B4": size(257, 364),
  "JIS-B5": size(182, 257),
  letter: size(215.9, 279.4),
  legal: size(215.9, 355.6),
  ledger: size(279.4, 431.8),
  DL: size(99, 210),
  square: size(210, 210),
};
