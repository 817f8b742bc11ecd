/**
 * What the judge of layout knows of a page: its lines, pictures and generated texts, as plain data.
 * The readers beside it fill it in from a browser; the rules see nothing else. Types only.
 *
 * Lengths are CSS pixels from the top left corner of the document, unless a name says points.
 */

import type { Division, RunPart } from "./division.ts";

export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A word, or the part of it that stands on one line. */
export interface Word {
  readonly text: string;
  /** What is painted of it, from the top of its tallest letter to the foot of its lowest. */
  readonly ink: Edges;
  /** Some of its ink is cut off by a `clip-path`. */
  readonly isCutByShape: boolean;
}

/** What stands on a page, by the element that it is of. */
export interface OfElement {
  /** Its name; of generated text with the pseudo-element. */
  readonly element: string;
  /** The number of the print source's element; undefined for what layout has made. */
  readonly ref?: string | undefined;
}

/**
 * - line: a line of a block of text;
 * - annotation: text that makes no line of its own: ruby, a formula, text of an SVG picture.
 */
export type LineKind = "line" | "annotation";

export interface Line extends OfElement {
  readonly kind: LineKind;
  readonly words: readonly Word[];
  /** The boxes of its words as layout has them, letters' ascent and descent included. */
  readonly box: Edges;
  /** Names the block that the line belongs to, the same on all pages that the block goes over. */
  readonly block: string;
  /** Its block is running text: no cell of a table, no lines that the author parted. */
  readonly isRunning: boolean;
  /** Layout put a hyphen at its end. */
  readonly endsInLayoutHyphen: boolean;
  /** The line before it ends within a run of letters, which goes on here. */
  readonly division: Division | undefined;
  /** The run that its block, which goes on on the next page, ends in here; and that it begins with. */
  readonly runsOn: RunPart | undefined;
  readonly runsIn: RunPart | undefined;
  /** Where its block leaves room for it; undefined where nobody can tell, as under a transform. */
  readonly frame: Edges | undefined;
  /** What of the page is visible where it stands. */
  readonly clip: Edges;
  /** The size of its smallest letters as printed, with all scaling. */
  readonly fontSizePt: number;
  /** In the content of the page, and not taken out of its flow. */
  readonly isInFlow: boolean;
  /** What it is the opening of, e.g. `h2` or `figcaption`, if it is to stay with what follows. */
  readonly opens: string | undefined;
  /** Counts all that is on the page in the order of the document. */
  readonly order: number;
}

export interface Picture extends OfElement {
  readonly box: Edges;
  readonly clip: Edges;
  /** Text flows along a shape within its box. */
  readonly isWrapped: boolean;
  /** Nothing stands for it: an ornament. */
  readonly isDecoration: boolean;
  readonly isInFlow: boolean;
  readonly order: number;
}

/** A table, or what of it stands on the page. */
export interface Table extends OfElement {
  /** The same on all pages that it goes over. */
  readonly name: string;
  readonly box: Edges;
  /** What the boxes around it leave to it; undefined under a transform. */
  readonly room: Edges | undefined;
  readonly clip: Edges;
  /** What its first row reads. */
  readonly text: string;
}

/** Text that styles write: running headers, page numbers, labels, list numbers. */
export interface GeneratedText extends OfElement {
  readonly text: string;
  /** One a line. None where the browser does not say where it is painted: in columns, or transformed. */
  readonly boxes: readonly Edges[];
  readonly clip: Edges;
  readonly fontSizePt: number;
}

export interface LaidOutPage {
  /** As people count sheets, from 1. */
  readonly number: number;
  /** The page begins because styles ask for it there, not because the one before was full. */
  readonly startsPart: boolean;
  /** Left empty so that the next page is a left or a right one. */
  readonly isBlank: boolean;
  /** It only fills the last sheet of paper. */
  readonly isEndpaper: boolean;
  /** What page rules choose it by, e.g. `cover`. */
  readonly names: readonly string[];
  /** The page as it is cut; the sheet is larger where there is a bleed. */
  readonly trim: Edges;
  readonly sheet: Edges;
  /** The room for content, without that of footnotes. */
  readonly room: Edges;
  /** The foot of the lowest text, picture or painted box; the room's top where there is none. */
  readonly contentBottom: number;
  readonly hasFootnotes: boolean;
  readonly lines: readonly Line[];
  readonly pictures: readonly Picture[];
  readonly tables: readonly Table[];
  /** Coloured and framed boxes, whose whole room counts as filled. */
  readonly grounds: readonly Edges[];
  readonly generated: readonly GeneratedText[];
}
