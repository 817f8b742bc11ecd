/**
 * What decides, while content is read, over what its colours leave on a plate. Input: nothing;
 * output: a state, and whether a paint marks a plate in it. ISO 32000-1 §8.4, §8.6.7, §11.7.4.
 */
import type { PDFDict } from "@cantoo/pdf-lib";
import type { Ink } from "../ink-limit.ts";
import { ALL_PLATES, PLATES, type Plate, type PlateChannel } from "./plate-channel.ts";
import type { PatternSpace, PlateSpace } from "./plate-space.ts";

/** What shapes, letters and stencils are painted in. */
export interface Paint {
  readonly space: PlateSpace | PatternSpace;
  /** Undefined for patterns that bring their own colours. */
  readonly ink: Ink | undefined;
  readonly plates: ReadonlySet<Plate>;
}

export interface PlateFont {
  readonly dict: PDFDict;
  /** As content writes it. */
  readonly size: string;
}

export interface PlateState {
  readonly fill: Paint;
  readonly stroke: Paint;
  readonly fillOverprints: boolean;
  readonly strokeOverprints: boolean;
  readonly overprintMode: number;
  readonly textMode: number;
  readonly font: PlateFont | undefined;
}

export function colourPaint(space: PlateSpace, components: readonly number[]): Paint {
  return { space, ink: space.inkOf(components), plates: space.plates };
}

/** ISO 32000-1 table 52. */
export function firstState(gray: PlateSpace): PlateState {
  const black = colourPaint(gray, gray.initial);
  return {
    fill: black,
    stroke: black,
    fillOverprints: false,
    strokeOverprints: false,
    overprintMode: 0,
    textMode: 0,
    font: undefined,
  };
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
  const { fill, stroke, fillOverprints, strokeOverprints, overprintMode, textMode } = state;
  return [
    paint(fill),
    paint(stroke),
    fillOverprints,
    strokeOverprints,
    overprintMode,
    textMode,
  ].join(" ");
}
