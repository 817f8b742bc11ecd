/**
 * The operators that set a colour (ISO 32000-1 §8.6.8). Input: an operation and the state before it;
 * output: what of the state it changes, or undefined for any other operator.
 */
import { PDFName, type PDFDict } from "@cantoo/pdf-lib";
import { nameValue, type ContentOperand } from "../content/content-stream.ts";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import { firstColour, readColourSpace, type Colour, type ColourSpace } from "./colour.ts";
import type { GraphicsState, Side } from "../paint/graphics-state.ts";

const DEVICE: Readonly<Record<string, readonly [side: Side, space: string]>> = {
  g: ["fill", "DeviceGray"],
  G: ["stroke", "DeviceGray"],
  rg: ["fill", "DeviceRGB"],
  RG: ["stroke", "DeviceRGB"],
  k: ["fill", "DeviceCMYK"],
  K: ["stroke", "DeviceCMYK"],
};

const SIDES: Readonly<Record<string, Side>> = {
  cs: "fill",
  sc: "fill",
  scn: "fill",
  CS: "stroke",
  SC: "stroke",
  SCN: "stroke",
};

export function readColour(
  objects: PdfObjects,
  resources: PDFDict | undefined,
  state: GraphicsState,
  operator: string,
  operands: readonly ContentOperand[],
): Partial<Pick<GraphicsState, Side>> | undefined {
  const components = operands.filter((operand) => typeof operand === "number");
  const space = (name: string): ColourSpace =>
    readColourSpace(objects, PDFName.of(name), resources);
  const set = (side: Side, colour: Colour): Partial<Pick<GraphicsState, Side>> =>
    side === "fill" ? { fill: colour } : { stroke: colour };
  const device = DEVICE[operator];
  if (device !== undefined) return set(device[0], { space: space(device[1]), components });
  const side = SIDES[operator];
  if (side === undefined) return undefined;
  const name = nameValue(operands.at(-1));
  if (operator.toLowerCase() === "cs") return set(side, firstColour(space(name ?? "none")));
  const current = state[side].space;
  if (current.kind !== "pattern" || name === undefined) {
    return set(side, { space: current, components });
  }
  const patterns = objects.dict(objects.get(resources, "Pattern"));
  const pattern = objects.get(patterns, name);
  return set(side, { space: current, components, ...(pattern === undefined ? {} : { pattern }) });
}
