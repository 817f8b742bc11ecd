/**
 * What decides, while content is read, over what its colours leave on a plate. Input: nothing;
 * output: a state, and whether a paint marks a plate in it. ISO 32000-1 §8.4, §8.6.7, §11.7.4.
 */
import { GraphicsState } from "../../pdf/content/graphics-state.ts";
import type { Ink } from "../colour/ink-limit.ts";
import { ALL_PLATES, PLATES, type Plate, type PlateChannel } from "./plate-channel.ts";
import type { PatternSpace, PlateSpace } from "./plate-space.ts";

/** What shapes, letters and stencils are painted in. */
export interface Paint {
  readonly space: PlateSpace | PatternSpace;
  /** Undefined for patterns that bring their own colours. */
  readonly ink: Ink | undefined;
  readonly plates: ReadonlySet<Plate>;
  /** The operators that set it in the stream; undefined where they stand in another. */
  readonly written: string | undefined;
}

/** What is kept with the graphics state while a stream is written anew. */
export interface PlateInks {
  readonly fill: Paint;
  readonly stroke: Paint;
  /** Within a group that sees nothing of what is below it. §11.4.5 */
  readonly isIsolated: boolean;
}

export type PlateState = GraphicsState<PlateInks>;

export function colourPaint(
  space: PlateSpace,
  components: readonly number[],
  written?: string,
): Paint {
  return { space, ink: space.inkOf(components), plates: space.plates, written };
}

/** ISO 32000-1 table 52. @param written what sets the first colours in the new stream. */
export function firstState(
  gray: PlateSpace,
  written: { readonly fill: string; readonly stroke: string },
): PlateState {
  return new GraphicsState({
    fill: colourPaint(gray, gray.initial, written.fill),
    stroke: colourPaint(gray, gray.initial, written.stroke),
    isIsolated: false,
  });
}

/** Names in the operators of the stream around it mean nothing in a stream of its own. */
export function stateWithin(state: PlateState): PlateState {
  const within = (paint: Paint): Paint =>
    paint.space.kind === "pattern" ? { ...paint, written: undefined } : paint;
  const inner = state.copy();
  const { fill, stroke } = state.own;
  inner.own = { ...state.own, fill: within(fill), stroke: within(stroke) };
  return inner;
}

/** Whether the paint changes the plate at all, be it to no ink. Table 149. */
export function marks(
  channel: PlateChannel,
  { space, ink, plates }: Paint,
  overprints: boolean,
  mode: number,
): boolean {
  // A separation of the name None, which leaves no mark anywhere.
  if (plates.size === 0) return false;
  if (channel === "mask" || !overprints) return true;
  if (!plates.has(channel)) return false;
  const isDirect = (space.kind === "colour" ? space : space.under)?.isDirectCmyk === true;
  return !(mode === 1 && isDirect && ink?.[PLATES.indexOf(channel)] === 0);
}

/** Pictures and gradients: overprint mode is not for them (§8.6.7). */
export function marksOfItself(
  channel: PlateChannel,
  plates: ReadonlySet<Plate>,
  overprints: boolean,
): boolean {
  if (plates.size === 0) return false;
  return channel === "mask" || !overprints || plates.has(channel);
}

/** The same for states in which the same content looks the same. */
export function stateKey(state: PlateState): string {
  const paint = ({ space, ink, plates }: Paint): string =>
    [
      space.kind === "colour" ? space.name : `pattern ${space.under?.name ?? ""}`,
      ink?.join() ?? "",
      plates === ALL_PLATES ? "" : [...plates].join(),
    ].join("/");
  const { own, fillOverprints, strokeOverprints, overprintMode, textMode } = state;
  return [
    paint(own.fill),
    paint(own.stroke),
    fillOverprints,
    strokeOverprints,
    overprintMode,
    textMode,
    state.blend?.toString() ?? "",
    own.isIsolated,
  ].join(" ");
}
