/**
 * PDF functions of all four types (ISO 32000-1 §7.10). Input: a function object, untrusted; output:
 * its outputs for its inputs. It knows no colours.
 */
import type { ObjectReader } from "../objects/object-reader.ts";
import type { PdfDict, PdfObject } from "../objects/types.ts";
import { calculatorFunction } from "./calculator-function.ts";
import { readBitSamples } from "../filters/bit-stream.ts";
import { MOST_FUNCTION_DEPTH, MOST_FUNCTION_SAMPLES } from "../limits.ts";
import { functionFault } from "./function-fault.ts";

export type PdfFunction = (inputs: readonly number[]) => readonly number[];

/**
 * A function, or an array of functions of the same inputs, whose outputs follow each other.
 * @throws PublicationError `pdf-function`.
 */
export function readFunction(
  objects: ObjectReader,
  source: PdfObject | undefined,
  depth = 0,
): PdfFunction {
  if (depth > MOST_FUNCTION_DEPTH)
    throw functionFault("functions stand in functions without an end");
  if (objects.isArray(source)) {
    const parts = objects.items(source).map((item) => readFunction(objects, item, depth + 1));
    return (inputs) => parts.flatMap((part) => part(inputs));
  }
  const dict = functionDict(objects, source);
  const numbers = (key: string): readonly number[] => objects.numbers(objects.get(dict, key));
  const domain = numbers("Domain");
  const range = numbers("Range");
  const evaluate = ((): PdfFunction => {
    switch (functionType(objects, dict)) {
      case 0:
        return sampledFunction(readSampledFunction(objects, source));
      case 2:
        return exponential(numbers("C0"), numbers("C1"), objects.number(objects.get(dict, "N")));
      case 3:
        return stitching(objects, dict, depth);
      case 4:
        return calculatorFunction(readCalculatorCode(objects, source));
      default:
        throw functionFault("it is of no known type");
    }
  })();
  return (inputs) => clipped(evaluate(clipped(inputs, domain)), range);
}

export function functionDict(
  objects: ObjectReader,
  source: PdfObject | undefined,
): PdfDict | undefined {
  return objects.stream(source)?.dict ?? objects.dict(source);
}

export function functionType(objects: ObjectReader, dict: PdfDict | undefined): number | undefined {
  return objects.number(objects.get(dict, "FunctionType"));
}

export function readCalculatorCode(objects: ObjectReader, source: PdfObject | undefined): string {
  const bytes = objects.streamBytes(source);
  if (bytes === undefined) throw functionFault("its code cannot be unpacked");
  return Buffer.from(bytes).toString("latin1");
}

/** A table of outputs over a grid of inputs. */
export interface SampledFunction {
  readonly domain: readonly number[];
  readonly encode: readonly number[];
  readonly size: readonly number[];
  readonly outputs: number;
  /** In the units of the outputs; the first input varies fastest. */
  readonly table: Float64Array;
}

export function readSampledFunction(
  objects: ObjectReader,
  source: PdfObject | undefined,
): SampledFunction {
  const dict = functionDict(objects, source);
  const numbers = (key: string): readonly number[] => objects.numbers(objects.get(dict, key));
  const bytes = objects.streamBytes(source);
  const bits = objects.number(objects.get(dict, "BitsPerSample")) ?? 0;
  const [domain, range, size] = [numbers("Domain"), numbers("Range"), numbers("Size")];
  const outputs = range.length / 2;
  const count = size.reduce((product, each) => product * each, outputs);
  const isSound =
    bytes !== undefined &&
    [1, 2, 4, 8, 12, 16, 24, 32].includes(bits) &&
    size.length > 0 &&
    size.length * 2 === domain.length &&
    size.every((each) => Number.isInteger(each) && each > 0) &&
    count > 0 &&
    count <= MOST_FUNCTION_SAMPLES;
  if (!isSound) throw functionFault("its table is not whole");
  const decode = numbers("Decode").length === range.length ? numbers("Decode") : range;
  const encode =
    numbers("Encode").length === domain.length
      ? numbers("Encode")
      : size.flatMap((each) => [0, each - 1]);
  const most = 2 ** bits - 1;
  const table = readBitSamples(bytes, bits, count);
  for (let at = 0; at < count; at++) {
    const output = at % outputs;
    const [from = 0, to = 1] = [decode[output * 2], decode[output * 2 + 1]];
    table[at] = from + ((table[at] ?? 0) / most) * (to - from);
  }
  return { domain, encode, size, outputs, table };
}

/** Linear between the samples. §7.10.2 */
function sampledFunction({ domain, encode, size, outputs, table }: SampledFunction): PdfFunction {
  return (inputs) => {
    const places = size.map((each, axis) => {
      const [from = 0, to = 1] = [domain[axis * 2], domain[axis * 2 + 1]];
      const [low = 0, high = each - 1] = [encode[axis * 2], encode[axis * 2 + 1]];
      const share = to === from ? 0 : ((inputs[axis] ?? 0) - from) / (to - from);
      return Math.min(each - 1, Math.max(0, low + share * (high - low)));
    });
    const result = Array.from({ length: outputs }, () => 0);
    for (let corner = 0; corner < 2 ** size.length; corner++) {
      let weight = 1;
      let index = 0;
      let stride = 1;
      for (const [axis, place] of places.entries()) {
        const each = size[axis] ?? 1;
        const low = Math.min(Math.floor(place), Math.max(0, each - 2));
        const isHigh = (corner >> axis) & 1;
        weight *= isHigh === 1 ? place - low : 1 - (place - low);
        index += Math.min(each - 1, low + isHigh) * stride;
        stride *= each;
      }
      if (weight === 0) continue;
      for (let output = 0; output < outputs; output++) {
        result[output] = (result[output] ?? 0) + weight * (table[index * outputs + output] ?? 0);
      }
    }
    return result;
  };
}

/** §7.10.3 */
function exponential(c0: readonly number[], c1: readonly number[], power = 1): PdfFunction {
  const from = c0.length > 0 ? c0 : [0];
  const to = c1.length > 0 ? c1 : [1];
  return ([x = 0]) => {
    const share = power === 1 ? x : x ** power;
    return from.map((start, at) => start + share * ((to[at] ?? start) - start));
  };
}

/** §7.10.4 */
function stitching(objects: ObjectReader, dict: PdfDict | undefined, depth: number): PdfFunction {
  const parts = objects
    .items(objects.get(dict, "Functions"))
    .map((part) => readFunction(objects, part, depth + 1));
  const numbers = (key: string): readonly number[] => objects.numbers(objects.get(dict, key));
  const [bounds, encode, domain] = [numbers("Bounds"), numbers("Encode"), numbers("Domain")];
  if (parts.length === 0 || bounds.length !== parts.length - 1) {
    throw functionFault("its parts do not fit together");
  }
  const edges = [domain[0] ?? 0, ...bounds, domain[1] ?? 1];
  return ([x = 0]) => {
    let at = 0;
    while (at < parts.length - 1 && x >= (bounds[at] ?? Infinity)) at++;
    const [low = 0, high = 1] = [edges[at], edges[at + 1]];
    const [from = 0, to = 1] = [encode[at * 2], encode[at * 2 + 1]];
    const inner = high === low ? from : from + ((x - low) / (high - low)) * (to - from);
    return parts[at]?.([inner]) ?? [];
  };
}

/** Each value between its two limits, where there are limits. */
function clipped(values: readonly number[], limits: readonly number[]): readonly number[] {
  if (limits.length === 0) return values;
  return values.map((value, at) =>
    Math.min(limits[at * 2 + 1] ?? value, Math.max(limits[at * 2] ?? value, value)),
  );
}
