/**
 * The graphics state (ISO 32000-1 §8.4): what of it decides how a thing looks and how it is printed.
 * `interpret.ts` changes it as operators go by; visitors read it, and copy what they keep.
 */
import { BLACK, type Colour } from "../colour/colour-space.ts";
import { IDENTITY, type Matrix } from "../geometry/matrix.ts";
import type { ObjectReader } from "../objects/object-reader.ts";
import type { PdfDict, PdfObject } from "../objects/types.ts";

export type Side = "fill" | "stroke";

export class GraphicsState<Own = undefined> {
  /** What a visitor keeps with the state: a value that is saved and restored along with it. */
  own: Own;
  /** From user space to the space that the content is painted in. */
  matrix: Matrix;
  fill: Colour = BLACK;
  stroke: Colour = BLACK;
  fillOverprints = false;
  strokeOverprints = false;
  overprintMode = 0;
  /** 1 for opaque. */
  fillAlpha = 1;
  strokeAlpha = 1;
  /** BM as it was set last; undefined for Normal. */
  blend: PdfObject | undefined;
  lineWidth = 1;
  /** The name that content set the font by; empty where a graphics state dictionary did. */
  fontName = "";
  font: PdfObject | undefined;
  fontSize = 0;
  charSpacing = 0;
  wordSpacing = 0;
  /** Horizontal scaling, 1 for none. */
  textScale = 1;
  leading = 0;
  rise = 0;
  /** Text rendering mode, table 106. */
  textMode = 0;

  constructor(own: Own, matrix: Matrix = IDENTITY) {
    this.own = own;
    this.matrix = matrix;
  }

  copy(): GraphicsState<Own> {
    const copy = new GraphicsState(this.own, this.matrix);
    return Object.assign(copy, this);
  }
}

/** The entries of a graphics state dictionary (operator gs; §8.4.5). */
export function applyEntries(
  objects: ObjectReader,
  state: GraphicsState<unknown>,
  dict: PdfDict | undefined,
): void {
  if (dict === undefined) return;
  const number = (key: string): number | undefined => objects.number(objects.get(dict, key));
  const boolean = (key: string): boolean | undefined => objects.boolean(objects.get(dict, key));
  const strokeOverprints = boolean("OP");
  state.strokeOverprints = strokeOverprints ?? state.strokeOverprints;
  // OP is for both where op is missing. Table 58.
  state.fillOverprints = boolean("op") ?? strokeOverprints ?? state.fillOverprints;
  state.overprintMode = number("OPM") ?? state.overprintMode;
  state.fillAlpha = number("ca") ?? state.fillAlpha;
  state.strokeAlpha = number("CA") ?? state.strokeAlpha;
  state.lineWidth = number("LW") ?? state.lineWidth;
  state.blend = objects.get(dict, "BM") ?? state.blend;
  const [font, size] = objects.items(objects.get(dict, "Font"));
  const fontObject = objects.resolve(font);
  if (fontObject === undefined) return;
  state.font = fontObject;
  state.fontName = "";
  state.fontSize = objects.number(size) ?? 0;
}
