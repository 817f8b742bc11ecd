/**
 * What decides, while content is read, over what its colours leave on a separation. Input: nothing;
 * output: a state, and whether a paint marks a separation in it. ISO 32000-1 §8.4, §8.6.7, §11.7.4.
 */
import { GraphicsState } from "../../pdf/content/graphics-state.ts";
import type { Ink } from "../colour/ink-limit.ts";
import { ALL_SEPARATIONS, SEPARATIONS, type Separation, type Channel } from "./channel.ts";
import type { PatternSpace, InkSpace } from "./ink-space.ts";

/** What shapes, letters and stencils are painted in. */
export interface Paint {
  readonly space: InkSpace | PatternSpace;
  /** Undefined for patterns that bring their own colours. */
  readonly ink: Ink | undefined;
  readonly separations: ReadonlySet<Separation>;
  /** The operators that set it in the stream; undefined where they stand in another. */
  readonly written: string | undefined;
}

/** What is kept with the graphics state while a stream is written anew. */
export interface StateInks {
  readonly fill: Paint;
  readonly stroke: Paint;
  /** Within a group that sees nothing of what is below it. §11.4.5 */
  readonly isIsolated: boolean;
}

export type InkState = GraphicsState<StateInks>;

export function colourPaint(
  space: InkSpace,
  components: readonly number[],
  written?: string,
): Paint {
  return { space, ink: space.inkOf(components), separations: space.separations, written };
}

/** ISO 32000-1 table 52. @param written what sets the first colours in the new stream. */
export function firstState(
  gray: InkSpace,
  written: { readonly fill: string; readonly stroke: string },
): InkState {
  return new GraphicsState({
    fill: colourPaint(gray, gray.initial, written.fill),
    stroke: colourPaint(gray, gray.initial, written.stroke),
    isIsolated: false,
  });
}

/** Names in the operators of the stream around it mean nothing in a stream of its own. */
export function stateWithin(state: InkState): InkState {
  const within = (paint: Paint): Paint =>
    paint.space.kind === "pattern" ? { ...paint, written: undefined } : paint;
  const inner = state.copy();
  const { fill, stroke } = state.own;
  inner.own = { ...state.own, fill: within(fill), stroke: within(stroke) };
  return inner;
}

/** Whether the paint changes the separation at all, to no ink too. Table 149. */
export function marks(
  channel: Channel,
  { space, ink, separations }: Paint,
  overprints: boolean,
  mode: number,
): boolean {
  // A separation of the name None, which leaves no mark anywhere.
  if (separations.size === 0) return false;
  if (channel === "mask" || !overprints) return true;
  if (!separations.has(channel)) return false;
  const isDirect = (space.kind === "colour" ? space : space.under)?.isDirectCmyk === true;
  return !(mode === 1 && isDirect && ink?.[SEPARATIONS.indexOf(channel)] === 0);
}

/** Pictures and gradients: overprint mode is not for them (§8.6.7). */
export function marksOfItself(
  channel: Channel,
  separations: ReadonlySet<Separation>,
  overprints: boolean,
): boolean {
  if (separations.size === 0) return false;
  return channel === "mask" || !overprints || separations.has(channel);
}

/** The same for states in which the same content looks the same. */
export function stateKey(state: InkState): string {
  const paint = ({ space, ink, separations }: Paint): string =>
    [
      space.kind === "colour" ? space.name : `pattern ${space.under?.name ?? ""}`,
      ink?.join() ?? "",
      separations === ALL_SEPARATIONS ? "" : [...separations].join(),
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
