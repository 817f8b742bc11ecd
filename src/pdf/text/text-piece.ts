/** Text as it is painted: the values that the reading of pages hands on. */

/** Marked content that is open while something is painted, and what it stands in. */
export interface MarkedFrame {
  readonly tag: string;
  readonly mcid?: number;
  /** The form XObject it stands in, e.g. `12 0 R`. */
  readonly stream?: string;
  /** ActualText or Alt, which is read instead of the glyphs. */
  readonly replacement?: string;
  readonly lang?: string;
  readonly outer?: MarkedFrame;
}

/** A stretch of text without a jump, with the ends of its baseline; or a place, without any text. */
export interface PlacedText {
  readonly text: string;
  /** User space of the page, in points. */
  readonly startX: number;
  readonly startY: number;
  readonly endX: number;
  readonly endY: number;
  /** Unit vector along the baseline. */
  readonly alongX: number;
  readonly alongY: number;
  readonly sizePt: number;
}

export interface TextPiece extends PlacedText {
  /** Page counted from 1. */
  readonly page: number;
  readonly frame?: MarkedFrame;
  /** It is read for what is no text, as a path that is drawn for a bullet. */
  readonly withoutGlyphs?: true;
}

export interface PageContent {
  readonly page: number;
  readonly pieces: readonly TextPiece[];
}

/** The name under which a structure tree refers to marked content. */
export function contentKey(page: number, stream: string | undefined, mcid: number): string {
  return `${page}|${stream ?? ""}|${mcid}`;
}

/** Letters written from right to left: Hebrew, Arabic, Syriac, Thaana, N’Ko and their forms. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}
