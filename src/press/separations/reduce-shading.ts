/**
 * Gradients of all seven types as the gray of one separation. Input: a shading object; output: a new one
 * of the same shape. ISO 32000-1 §8.7.4.5.
 */
import type { PdfObject, PdfRef } from "../../pdf/objects/types.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import { pdfNumber } from "../../pdf/objects/pdf-number.ts";
import { BitReader, BitWriter } from "../../pdf/filters/bit-stream.ts";
import type { Channel } from "./channel.ts";
import { separationFault } from "./separation-fault.ts";
import { FunctionReducer } from "./reduce-function.ts";
import { functionDict } from "../../pdf/functions/pdf-function.ts";
import type { InkSpace } from "./ink-space.ts";

const COLOUR_BITS = 16;

/** @throws PublicationError `separation-shading`, `pdf-function`. */
export function reduceShading(
  objects: PdfObjects,
  source: PdfObject | undefined,
  space: InkSpace,
  channel: Channel,
): PdfRef {
  const given = functionDict(objects, source);
  if (given === undefined) throw separationFault("separation-shading", "a gradient is missing");
  const dict = objects.copyDict(given);
  const functions = new FunctionReducer(objects, space, channel);
  objects.set(dict, "ColorSpace", "DeviceGray");
  const background = objects.numbers(objects.get(dict, "Background"));
  if (background.length > 0) {
    objects.set(dict, "Background", [pdfNumber(functions.gray(background))]);
  }
  const colours = objects.get(dict, "Function");
  if (colours !== undefined) objects.set(dict, "Function", functions.reduce(colours));
  const type = objects.number(objects.get(dict, "ShadingType")) ?? 0;
  if (type < 4) {
    if (colours === undefined)
      throw separationFault("separation-shading", "a gradient has no colours");
    return objects.add(dict);
  }
  const bytes = objects.streamBytes(source);
  if (bytes === undefined) throw separationFault("separation-shading", "a mesh cannot be unpacked");
  objects.unset(dict, "Filter", "DecodeParms");
  if (colours !== undefined) return objects.add(objects.withDict(dict, bytes));
  const number = (key: string): number => objects.number(objects.get(dict, key)) ?? 0;
  const decode = objects.numbers(objects.get(dict, "Decode"));
  const reduced = reduceMesh(bytes, {
    type,
    coordinateBits: number("BitsPerCoordinate"),
    componentBits: number("BitsPerComponent"),
    flagBits: type === 5 ? 0 : number("BitsPerFlag"),
    components: space.components,
    colourDecode: decode.slice(4),
    gray: (components) => functions.gray(components),
  });
  objects.set(dict, "BitsPerComponent", COLOUR_BITS);
  objects.set(dict, "Decode", [...decode.slice(0, 4), 0, 1]);
  return objects.add(objects.withDict(dict, reduced));
}

interface Mesh {
  readonly type: number;
  readonly coordinateBits: number;
  readonly componentBits: number;
  readonly flagBits: number;
  readonly components: number;
  readonly colourDecode: readonly number[];
  readonly gray: (components: readonly number[]) => number;
}

/** Points stay where they are; a colour at a point becomes a gray. §8.7.4.5.5 to §8.7.4.5.8 */
function reduceMesh(bytes: Uint8Array, mesh: Mesh): Uint8Array {
  const { type, coordinateBits, componentBits, flagBits, components, colourDecode } = mesh;
  const isSound =
    type <= 7 && coordinateBits > 0 && componentBits > 0 && (type === 5 || flagBits > 0);
  if (!isSound) throw separationFault("separation-shading", "a mesh is not whole");
  const reader = new BitReader(bytes);
  const writer = new BitWriter();
  const most = 2 ** componentBits - 1;
  const point = (): void => {
    for (let axis = 0; axis < 2; axis++) writer.write(reader.read(coordinateBits), coordinateBits);
  };
  const colour = (): void => {
    const values = Array.from({ length: components }, (_, at) => {
      const [low = 0, high = 1] = colourDecode.slice(at * 2, at * 2 + 2);
      return low + (reader.read(componentBits) / most) * (high - low);
    });
    writer.write(Math.round(mesh.gray(values) * (2 ** COLOUR_BITS - 1)), COLOUR_BITS);
  };
  const smallest = flagBits + 2 * coordinateBits + components * componentBits;
  while (reader.has(smallest)) {
    const flag = flagBits === 0 ? 0 : reader.read(flagBits);
    if (flagBits > 0) writer.write(flag, flagBits);
    // A patch that goes on from another has that one's edge. Tables 84 and 85.
    const isPatch = type >= 6;
    const isNew = (flag & 3) === 0;
    const points = !isPatch ? 1 : (type === 6 ? 12 : 16) - (isNew ? 0 : 4);
    const colours = !isPatch ? 1 : isNew ? 4 : 2;
    for (let at = 0; at < points; at++) point();
    for (let at = 0; at < colours; at++) colour();
    reader.toByte();
    writer.toByte();
  }
  return writer.bytes;
}
