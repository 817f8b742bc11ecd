/** What is read of the source and of its pages, as plain data. Types alone. */

/**
 * Text of one text node of the print source, in the order of the document; texts of shadow trees and
 * of controls come last.
 */
export interface SourceText {
  /** The `data-ref` of the element that the text stands in, or whose shadow tree it stands in. */
  readonly ref: string;
  readonly text: string;
  /** Moved off the canvas by its author, for screen readers only. */
  readonly offscreen: boolean;
  /** Hidden from sight alone by its author, for screen readers only. */
  readonly unseen?: true;
  /** Stands in a shadow tree. */
  readonly inShadow?: true;
}

/** A picture or other replaced element of the print source. */
export interface SourcePicture {
  readonly ref: string;
  /** Hidden from sight by its author, or moved off the canvas. */
  readonly unseen?: true;
}

export interface SourceSnapshot {
  readonly texts: readonly SourceText[];
  readonly pictures: readonly SourcePicture[];
  /** By `data-ref`: how to name the element to a person, e.g. `p#summary`. */
  readonly elementNames: Readonly<Record<string, string>>;
}

/** What was done to the source so that all of it can stand on paper. */
export interface SourceChanges {
  /** How many frames became sections. */
  readonly frames: number;
  /** How many closed `details` were opened. */
  readonly openedDetails: number;
}

export interface PreparedSource extends SourceSnapshot {
  readonly changes: SourceChanges;
}

/** Text of one text node of the pages, in the order of the pages. */
export interface ShownText {
  readonly pageNumber: number;
  readonly ref: string;
  readonly text: string;
  /** Its last letter may be a hyphen that layout printed at the page's end. */
  readonly endsInHyphen?: true;
  /** Stretches of `text`, from and to, that the page does not show. */
  readonly clipped: readonly (readonly [from: number, to: number])[];
  /** Stands in a margin box or is fixed to every page, so that it may come again and again. */
  readonly repeats: boolean;
  /** Stands in a table's head that layout has repeated: the source's own stands on a page before. */
  readonly isCopy?: true;
  /** Hidden from sight alone: the source must say the same of it. */
  readonly unseen?: true;
}

export interface ShownPicture {
  readonly pageNumber: number;
  readonly ref: string;
  readonly clipped: boolean;
  readonly repeats: boolean;
  readonly isCopy?: true;
  readonly unseen?: true;
}

export interface PagesSnapshot {
  readonly texts: readonly ShownText[];
  readonly pictures: readonly ShownPicture[];
}

export interface FailedResource {
  readonly kind: "font" | "image";
  /** A font's family, weight and style; an image's address. */
  readonly name: string;
}
