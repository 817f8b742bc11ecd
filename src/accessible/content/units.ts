/**
 * A page's content as units that can be tagged and moved: a text, a path, a picture, each with where
 * it begins on the page and the browser's marked content around it, and what only sets a state
 * between them. Types only.
 */
import type { PdfDict, PdfRef } from "../../pdf/objects/types.ts";
import type { BookFont } from "../../pdf/fonts/font-book.ts";
import type { PathBounds } from "../../pdf/geometry/path-box.ts";
import type { Matrix } from "../../pdf/geometry/matrix.ts";

interface Painted {
  /** The browser's structure leaf around it, as `stream:mcid`; undefined where it is untagged. */
  readonly mark: string | undefined;
  /** Where it begins, in CSS pixels from the page's upper left corner. */
  readonly x: number;
  readonly y: number;
  /** From its user space to CSS pixels of the page. */
  readonly matrix: Matrix;
}

export interface Glyph {
  readonly code: number;
  /** Its origin in the unit's text space. */
  readonly x: number;
  readonly y: number;
  /** It is there to be read alone. */
  readonly isUnseen?: boolean;
  /** How many times its own width it takes, where that is not 1. */
  readonly stretch?: number;
}

/** Glyphs that stand for a text together (Unicode Standard Annex 29 and the font decide which). */
export interface Cluster {
  readonly glyphs: readonly Glyph[];
  /** What they read as, as the browser has it. */
  readonly text: string;
}

/** Text in one font and size, set along one line. */
export interface TextUnit extends Painted {
  readonly kind: "text";
  /** Name of the font in the stream's resources. */
  readonly fontName: string;
  readonly font: BookFont;
  /** In units of its text space. */
  readonly size: number;
  /** From text space to user space. */
  readonly textMatrix: Matrix;
  /** In reading order, also where the script runs from right to left. */
  readonly clusters: readonly Cluster[];
  /** Whether the script runs from right to left. */
  readonly isReversed: boolean;
  /** What its clusters read as. */
  readonly text: string;
}

export interface PathUnit extends Painted {
  readonly kind: "path";
  readonly raw: string;
  /** In its user space. */
  readonly box: PathBounds;
}

export interface PictureUnit extends Painted {
  readonly kind: "picture";
  readonly raw: string;
  /** The units of a form XObject. */
  readonly form?: StreamUnits;
}

/** What paints nothing: graphics state, clipping. */
export interface StateUnit {
  readonly kind: "state";
  readonly operations: readonly StateOperation[];
}

export interface StateOperation {
  readonly operator: string;
  /** Operands and operator; of a clipping path, all of it. */
  readonly raw: string;
}

export type PaintedUnit = TextUnit | PathUnit | PictureUnit;
export type Unit = PaintedUnit | StateUnit;

export interface StreamUnits {
  /** `page` or the form's object number, as in marks. */
  readonly stream: string;
  /** The form XObject; undefined for a page. */
  readonly ref: PdfRef | undefined;
  readonly resources: PdfDict | undefined;
  readonly units: readonly Unit[];
}
