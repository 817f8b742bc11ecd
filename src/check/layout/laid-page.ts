/** Pages as they were laid out, as plain data. Lengths are in CSS pixels of the paginated document. */

export interface LaidBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One line of text. */
export interface LaidLine extends LaidBox {
  /** The block that it is a line of, the same number for all lines of a block on a page. */
  readonly block: number;
  readonly text: string;
  readonly sizePt: number;
  readonly isHeading: boolean;
  /** Ends in a hyphen that layout put there, not the author. */
  readonly isDivided: boolean;
  /** The picture that it is drawn in, by its index among the page's pictures. */
  readonly picture: number | undefined;
}

export interface LaidBlock extends LaidBox {
  /** It began on an earlier page, or goes on on a later one. */
  readonly isContinued: boolean;
  readonly goesOn: boolean;
}

export interface LaidPage {
  readonly number: number;
  /** The finished page, and where its text may stand. */
  readonly trim: LaidBox;
  readonly area: LaidBox;
  /** A forced break or a page of another name is before it. */
  readonly startsPart: boolean;
  readonly lines: readonly LaidLine[];
  readonly blocks: readonly LaidBlock[];
  readonly pictures: readonly LaidBox[];
  /** How far down anything is painted. */
  readonly paintedTo: number;
  /** Sizes of running headers and folios. */
  readonly marginTexts: readonly { readonly text: string; readonly sizePt: number }[];
}
