/**
 * The graphics state (ISO 32000-1 §8.4): what of it decides how a thing is printed. Input: operators
 * and graphics state dictionaries; output: the next state. States are values, never changed.
 */
import type { PDFDict, PDFObject } from "@cantoo/pdf-lib";
import type { Matrix } from "../geometry/matrix.ts";
import type { BoxPt } from "../document/document-facts.ts";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import { BLACK, type Colour } from "../colour/colour.ts";
import type { PaintFont } from "../fonts/paint-font.ts";
import type { Paint } from "./painted.ts";

export type Side = "fill" | "stroke";

export interface GraphicsState {
  readonly matrix: Matrix;
  readonly clip: BoxPt;
  readonly fill: Colour;
  readonly stroke: Colour;
  readonly fillOverprints: boolean;
  readonly strokeOverprints: boolean;
  readonly overprintMode: number;
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  readonly lineWidth: number;
  readonly font: PaintFont | undefined;
  readonly fontSize: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  /** Horizontal scaling, 1 for none. */
  readonly textScale: number;
  readonly leading: number;
  readonly rise: number;
  readonly textMode: number;
}

export function firstState(matrix: Matrix, clip: BoxPt): GraphicsState {
  return {
    matrix,
    clip,
    fill: BLACK,
    stroke: BLACK,
    fillOverprints: false,
    strokeOverprints: false,
    overprintMode: 0,
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
    font: undefined,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    textScale: 1,
    leading: 0,
    rise: 0,
    textMode: 0,
  };
}

export function paintOf(state: GraphicsState, side: Side): Paint {
  return {
    colour: state[side],
    overprints: side === "fill" ? state.fillOverprints : state.strokeOverprints,
    overprintMode: state.overprintMode,
    alpha: side === "fill" ? state.fillAlpha : state.strokeAlpha,
  };
}

export interface StateEntries {
  readonly change: Partial<GraphicsState>;
  /** The group of a soft mask that is set. */
  readonly mask?: PDFObject;
  /** What of it is transparency, in words. */
  readonly transparency?: string;
}

/** The entries of a graphics state dictionary (operator gs; §8.4.5). */
export function readStateEntries(
  objects: PdfObjects,
  dict: PDFDict | undefined,
  fontOf: (object: PDFObject) => PaintFont,
): StateEntries {
  const number = (key: string): number | undefined => objects.number(objects.get(dict, key));
  const boolean = (key: string): boolean | undefined => objects.boolean(objects.get(dict, key));
  const strokeOverprints = boolean("OP");
  const fillOverprints = boolean("op") ?? strokeOverprints;
  const [fillAlpha, strokeAlpha] = [number("ca"), number("CA")];
  const [overprintMode, lineWidth] = [number("OPM"), number("LW")];
  const [font, fontSize] = objects.items(objects.get(dict, "Font"));
  const fontObject = objects.resolve(font);
  const maskDict = objects.dict(objects.get(dict, "SMask"));
  const mask = objects.get(maskDict, "G");
  const blend = objects.get(dict, "BM");
  const mode = objects.name(blend) ?? objects.name(objects.items(blend)[0]) ?? "Normal";
  const transparency =
    maskDict !== undefined
      ? "a soft mask"
      : (fillAlpha ?? 1) < 1 || (strokeAlpha ?? 1) < 1
        ? "an opacity below 1"
        : mode !== "Normal" && mode !== "Compatible"
          ? `the blend mode ${mode}`
          : undefined;
  return {
    change: {
      ...(strokeOverprints === undefined ? {} : { strokeOverprints }),
      ...(fillOverprints === undefined ? {} : { fillOverprints }),
      ...(overprintMode === undefined ? {} : { overprintMode }),
      ...(fillAlpha === undefined ? {} : { fillAlpha }),
      ...(strokeAlpha === undefined ? {} : { strokeAlpha }),
      ...(lineWidth === undefined ? {} : { lineWidth }),
      ...(fontObject === undefined
        ? {}
        : { font: fontOf(fontObject), fontSize: objects.number(fontSize) ?? 0 }),
    },
    ...(mask === undefined ? {} : { mask }),
    ...(transparency === undefined ? {} : { transparency }),
  };
}
