/**
 * What the rewriter of a content stream keeps of the graphics state: colours, and what decides over
 * overprint. No input or output. ISO 32000-1 §8.4.
 */
import { IDENTITY, type Matrix } from "../../pdf/geometry/matrix.ts";
import type { FontDecoder } from "../../pdf/fonts/font-decoder.ts";
import type { Rgb } from "../colour/colour-converter.ts";
import type { ColourTarget, TargetColour } from "./colour-target.ts";
import type { SourceSpace } from "./source-space.ts";

export interface Paint {
  readonly space: SourceSpace;
  /** Undefined for patterns and for colours that were ink already. */
  readonly colour: (TargetColour & { readonly rgb: Rgb }) | undefined;
}

export interface PaintState {
  readonly matrix: Matrix;
  readonly fill: Paint;
  readonly stroke: Paint;
  readonly lineWidth: number;
  /** Text rendering mode, ISO 32000-1 table 106. */
  readonly textMode: number;
  readonly font: PressFont | undefined;
  readonly overprints: boolean;
}

export interface PressFont {
  readonly decoder: FontDecoder;
  /** Some of its glyphs are drawings with colours of their own. */
  readonly isDrawn: boolean;
}

export function initialState(target: ColourTarget, matrix: Matrix = IDENTITY): PaintState {
  const black: Paint = {
    space: "gray",
    colour: { ...target.convert([0, 0, 0]), rgb: [0, 0, 0] },
  };
  return {
    matrix,
    fill: black,
    stroke: black,
    lineWidth: 1,
    textMode: 0,
    font: undefined,
    overprints: false,
  };
}

/** How many points a unit is long. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** Black ink alone, all of it. */
export function isPlainBlack({ colour }: Paint): boolean {
  return colour?.ink?.join() === "0,0,0,1";
}
