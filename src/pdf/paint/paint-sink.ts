/**
 * Where what a content stream paints goes to, and who walks what it refers to. Types alone, between
 * `walk-stream.ts` and `walk-page.ts`.
 */
import type { PDFObject } from "@cantoo/pdf-lib";
import type { BoxPt } from "../document/document-facts.ts";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import type { GraphicsState, Side } from "./graphics-state.ts";
import type { PaintFont } from "../fonts/paint-font.ts";
import type { PaintedThing } from "./painted.ts";

/** A painted thing before it is known in which page, mask and pattern it stands. */
export type Loose<Thing = PaintedThing> = Thing extends PaintedThing
  ? Omit<Thing, "page" | "isInMask" | "isTile">
  : never;

export interface PaintSink {
  readonly objects: PdfObjects;
  readonly add: (thing: Loose) => void;
  readonly fontOf: (object: PDFObject | undefined) => PaintFont;
  readonly onTransparency: (what: string) => void;
  readonly onProblem: (what: string) => void;
  /** False when so much was read that the stream is not read to its end. */
  readonly mayGoOn: () => boolean;
  readonly walkXObject: (name: string, state: GraphicsState) => void;
  readonly walkPattern: (pattern: PDFObject, state: GraphicsState, side: Side, box: BoxPt) => void;
  readonly walkMask: (group: PDFObject, state: GraphicsState) => void;
  /** Whether the letter has colours of its own; then it is walked. */
  readonly walkGlyph: (font: PaintFont, code: number, state: GraphicsState) => boolean;
  readonly paintShading: (shading: PDFObject | undefined, box: BoxPt) => void;
}
