/** What a walk over what is painted keeps of the graphics state, and what a thing is painted with. */
import type { GraphicsState, Side } from "../content/graphics-state.ts";
import type { BoxPt } from "../geometry/box.ts";
import type { Paint } from "./painted.ts";

/** The graphics state with the box of the clipping path in force. */
export type PaintState = GraphicsState<BoxPt>;

export function paintOf(state: PaintState, side: Side): Paint {
  return {
    colour: state[side],
    overprints: side === "fill" ? state.fillOverprints : state.strokeOverprints,
    overprintMode: state.overprintMode,
    alpha: side === "fill" ? state.fillAlpha : state.strokeAlpha,
  };
}
