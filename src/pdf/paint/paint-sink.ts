/**
 * Where what a content stream paints goes to, and who walks what it refers to. Types alone, between
 * `paint-visitor.ts` and `walk-page.ts`.
 */
import type { Side } from "../content/graphics-state.ts";
import type { PaintFont } from "../fonts/paint-font.ts";
import type { BoxPt } from "../geometry/box.ts";
import type { PdfObject } from "../objects/types.ts";
import type { PaintState } from "./paint-state.ts";
import type { PaintedThing } from "./painted.ts";

/** A painted thing before it is known in which page, mask and pattern it stands. */
export type Loose<Thing = PaintedThing> = Thing extends PaintedThing
  ? Omit<Thing, "page" | "isInMask" | "isTile">
  : never;

export interface PaintSink {
  readonly add: (thing: Loose) => void;
  readonly fontOf: (object: PdfObject | undefined) => PaintFont;
  readonly onTransparency: (what: string) => void;
  readonly onProblem: (what: string) => void;
  /** False when so much was read that the stream is not read to its end. */
  readonly mayGoOn: () => boolean;
  readonly walkXObject: (name: string, state: PaintState) => void;
  readonly walkPattern: (pattern: PdfObject, state: PaintState, side: Side, box: BoxPt) => void;
  readonly walkMask: (group: PdfObject, state: PaintState) => void;
  /** Whether the letter has colours of its own; then it is walked. */
  readonly walkGlyph: (font: PaintFont, code: number, state: PaintState) => boolean;
  readonly paintShading: (shading: PdfObject | undefined, box: BoxPt) => void;
}
