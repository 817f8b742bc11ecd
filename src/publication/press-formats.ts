/** Sizes of the finished pages of press editions, in millimetres, upright. */
import type { PressEdition } from "./schema.ts";

export interface PageSizeMm {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** DL is a third of A4, as leaflets for long envelopes are; square is as wide as A4. */
export const PRESS_FORMATS: Readonly<Record<PressEdition["format"], PageSizeMm>> = {
  A4: { widthMm: 210, heightMm: 297 },
  A5: { widthMm: 148, heightMm: 210 },
  DL: { widthMm: 99, heightMm: 210 },
  square: { widthMm: 210, heightMm: 210 },
};
