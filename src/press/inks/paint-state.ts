/**
 * What the rewriter of a content stream keeps with the graphics state: colours as they become, and
 * whether black overprints. ISO 32000-1 §8.4.
 */
import { GraphicsState } from "../../pdf/content/graphics-state.ts";
import type { FontDecoder } from "../../pdf/fonts/font-decoder.ts";
import type { Matrix } from "../../pdf/geometry/matrix.ts";
import type { Rgb } from "../colour/colour-converter.ts";
import type { ColourTarget, TargetColour } from "./colour-target.ts";
import type { SourceSpace } from "./source-space.ts";

export interface Paint {
  readonly space: SourceSpace;
  /** Undefined for patterns and for colours that were ink already. */
  readonly colour: (TargetColour & { readonly rgb: Rgb }) | undefined;
}

export interface Inks {
  readonly fill: Paint;
  readonly stroke: Paint;
  readonly overprints: boolean;
}

export type PaintState = GraphicsState<Inks>;

export interface PressFont {
  readonly decoder: FontDecoder;
  /** Some of its glyphs are drawings with colours of their own. */
  readonly isDrawn: boolean;
}

export function initialState(target: ColourTarget): PaintState {
  const black: Paint = {
    space: "gray",
    colour: { ...target.convert([0, 0, 0]), rgb: [0, 0, 0] },
  };
  return new GraphicsState({ fill: black, stroke: black, overprints: false });
}

/** How many points a unit is long. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** Black ink alone, all of it. */
export function isPlainBlack({ colour }: Paint): boolean {
  return colour?.ink?.join() === "0,0,0,1";
}
