/**
 * What a page paints, thing by thing, as src/pdf/paint/walk-page.ts reads it. Places are in the
 * page's user space, in points; boxes are cut to the box of the clipping path in force.
 */
import type { BoxPt } from "../geometry/box.ts";
import type { Colour, ColourSpace } from "../colour/colour-space.ts";
import type { PaintFont } from "../fonts/paint-font.ts";

/** With what a thing is painted. */
export interface Paint {
  readonly colour: Colour;
  readonly overprints: boolean;
  readonly overprintMode: number;
  /** 1 for opaque. */
  readonly alpha: number;
}

interface Painted {
  /** Counted from 1. */
  readonly page: number;
  readonly boxPt: BoxPt;
  /** In a soft mask: it says how much of others is painted and is not painted itself. */
  readonly isInMask: boolean;
  /** In a pattern that repeats: the box is that of all that the pattern fills. */
  readonly isTile: boolean;
}

/** One string, as shown by one operator. */
export interface PaintedText extends Painted {
  readonly kind: "text";
  readonly text: string;
  readonly sizePt: number;
  readonly font: PaintFont;
  /** Fill, stroke or both; none for drawn letters, which bring their own colours. */
  readonly paints: readonly Paint[];
  /** Neither filled nor stroked (text rendering modes 3 and 7). */
  readonly isInvisible: boolean;
  /** The thickness of the outline, where letters are nothing but outlined. */
  readonly outlinePt?: number;
  /** It shows glyph 0, which fonts have for what they lack. */
  readonly hasMissingGlyph: boolean;
}

export interface PaintedFill extends Painted {
  readonly kind: "fill";
  readonly paint: Paint;
  /** The smaller side of the box round the whole path. */
  readonly breadthPt: number;
  /** How thick the thinnest part is that is no more than a bar. */
  readonly thinnestPt: number;
}

export interface PaintedStroke extends Painted {
  readonly kind: "stroke";
  readonly paint: Paint;
  readonly widthPt: number;
}

export interface PaintedPicture extends Painted {
  readonly kind: "picture";
  readonly widthPx: number;
  readonly heightPx: number;
  /** Printed lengths of the upper and the left edge. */
  readonly acrossPt: number;
  readonly downPt: number;
  readonly isBitonal: boolean;
  /** Undefined for a stencil, which has no colours of its own, and where the samples say it. */
  readonly space?: ColourSpace;
  /** The colour that a stencil is filled with. */
  readonly paint?: Paint;
  readonly mask?: {
    readonly widthPx: number;
    readonly heightPx: number;
    readonly isBitonal: boolean;
  };
  readonly filters: readonly string[];
  readonly isInline: boolean;
}

export interface PaintedShading extends Painted {
  readonly kind: "shading";
  readonly space: ColourSpace;
}

export type PaintedThing =
  PaintedText | PaintedFill | PaintedStroke | PaintedPicture | PaintedShading;

/** A transparency group that is painted (ISO 32000-1 §11.6.6). */
export interface PaintedGroup {
  readonly page: number;
  readonly space?: ColourSpace;
  readonly isInMask: boolean;
}

export interface PaintedPage {
  readonly page: number;
  readonly things: readonly PaintedThing[];
  readonly groups: readonly PaintedGroup[];
  /** What makes the page transparent, in words; undefined where nothing does. */
  readonly transparency?: string;
  /** What in the content could not be read. */
  readonly problems: readonly string[];
}
