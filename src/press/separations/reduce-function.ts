/**
 * The function of a gradient, reduced to the gray of one separation. Input: a function object, or an array
 * of them, that gives colours of a space; output: a function object that gives a gray. Stops and hard
 * edges stay where they are; what cannot be written exactly becomes a table of samples.
 * ISO 32000-1 §7.10.
 */
import type { PdfDict, PdfObject } from "../../pdf/objects/types.ts";
import { pdfNumber } from "../../pdf/objects/pdf-number.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import {
  readCalculatorCode,
  functionDict,
  functionType,
  readFunction,
  readSampledFunction,
} from "../../pdf/functions/pdf-function.ts";
import type { Channel } from "./channel.ts";
import { grayOf, type InkSpace } from "./ink-space.ts";

/** Samples along a function of one input, and each way of one of two. */
const SAMPLES_ALONG = 2048;
const SAMPLES_EACH_WAY = 256;
/** Between two stops whose mixture is not that of their inks. */
const SAMPLES_BETWEEN_STOPS = 256;
const FULL_16 = 65535;

export class FunctionReducer {
  readonly #objects: PdfObjects;
  readonly #space: InkSpace;
  readonly #channel: Channel;
  /** The one component that the gray depends on. */
  readonly #component: number | undefined;

  constructor(objects: PdfObjects, space: InkSpace, channel: Channel) {
    this.#objects = objects;
    this.#space = space;
    this.#channel = channel;
    this.#component = channel === "mask" ? undefined : space.componentOf?.(channel);
  }

  /** @throws PublicationError `pdf-function`. */
  reduce(source: PdfObject | undefined): PdfObject {
    const objects = this.#objects;
    if (objects.isArray(source)) {
      const parts = objects.items(source);
      const [only] = parts;
      if (parts.length === 1) return this.reduce(only);
      const dict = functionDict(objects, only);
      return this.#sampled(source, objects.numbers(objects.get(dict, "Domain")), SAMPLES_ALONG);
    }
    const dict = functionDict(objects, source);
    const domain = objects.numbers(objects.get(dict, "Domain"));
    switch (functionType(objects, dict)) {
      case 0:
        return this.#table(source);
      case 2:
        return this.#mixesLikeInk()
          ? this.#exponential(dict)
          : this.#sampled(source, domain, SAMPLES_BETWEEN_STOPS);
      case 3:
        return this.#stitched(dict);
      default:
        return this.#component === undefined
          ? this.#sampled(source, domain, SAMPLES_ALONG)
          : this.#calculator(source, this.#component);
    }
  }

  gray(components: readonly number[]): number {
    return grayOf(this.#space, components, this.#channel);
  }

  /** Gray moves in proportion to the components. */
  #mixesLikeInk(): boolean {
    if (this.#component !== undefined) return true;
    const name = this.#space.name;
    if (name === "DeviceGray") return true;
    return this.#channel === "mask" && name === "DeviceRGB";
  }

  #exponential(dict: PdfDict | undefined): PdfObject {
    const objects = this.#objects;
    const [low = 0, high = 1] = objects.numbers(objects.get(dict, "Domain"));
    const numbers = (key: string, fallback: number): readonly number[] => {
      const found = objects.numbers(objects.get(dict, key));
      return found.length > 0 ? found : [fallback];
    };
    return objects.make({
      FunctionType: 2,
      Domain: [low, high],
      C0: [pdfNumber(this.gray(numbers("C0", 0)))],
      C1: [pdfNumber(this.gray(numbers("C1", 1)))],
      N: objects.number(objects.get(dict, "N")) ?? 1,
    });
  }

  #stitched(dict: PdfDict | undefined): PdfObject {
    const objects = this.#objects;
    const parts = objects.items(objects.get(dict, "Functions")).map((part) => this.reduce(part));
    const numbers = (key: string): number[] => [...objects.numbers(objects.get(dict, key))];
    return objects.make({
      FunctionType: 3,
      Domain: numbers("Domain"),
      Functions: parts,
      Bounds: numbers("Bounds"),
      Encode: numbers("Encode"),
    });
  }

  /** A table of colours becomes a table of grays of the same size. */
  #table(source: PdfObject | undefined): PdfObject {
    const { domain, encode, size, outputs, table } = readSampledFunction(this.#objects, source);
    const grays = Array.from({ length: table.length / outputs }, (_, at) =>
      this.gray([...table.subarray(at * outputs, (at + 1) * outputs)]),
    );
    return this.#write(domain, encode, size, grays);
  }

  /** The code goes on: it keeps one output and gives its gray. §7.10.5.2 */
  #calculator(source: PdfObject | undefined, component: number): PdfObject {
    const objects = this.#objects;
    const dict = functionDict(objects, source);
    const outputs = objects.numbers(objects.get(dict, "Range")).length / 2;
    const code = readCalculatorCode(objects, source);
    const end = code.lastIndexOf("}");
    const above = "pop ".repeat(Math.max(0, outputs - 1 - component));
    const below = component > 0 ? `${component + 1} 1 roll ${"pop ".repeat(component)}` : "";
    const reduced = `${code.slice(0, end)} ${above}${below}1 exch sub }`;
    const entries = {
      FunctionType: 4,
      Domain: objects.numbers(objects.get(dict, "Domain")),
      Range: [0, 1],
    };
    return objects.add(objects.makeStream(Buffer.from(reduced, "latin1"), entries));
  }

  #sampled(source: PdfObject | undefined, domain: readonly number[], along: number): PdfObject {
    const colourAt = readFunction(this.#objects, source);
    const inputs = Math.max(1, domain.length / 2);
    const size = inputs === 1 ? [along] : Array.from({ length: inputs }, () => SAMPLES_EACH_WAY);
    const count = size.reduce((product, each) => product * each, 1);
    const grays = Array.from({ length: count }, (_, index) => {
      let rest = index;
      const point = size.map((each, axis) => {
        const place = (rest % each) / (each - 1);
        rest = Math.floor(rest / each);
        const [low = 0, high = 1] = [domain[axis * 2], domain[axis * 2 + 1]];
        return low + place * (high - low);
      });
      return this.gray(colourAt(point));
    });
    const encode = size.flatMap((each) => [0, each - 1]);
    return this.#write(domain.length > 0 ? domain : [0, 1], encode, size, grays);
  }

  #write(
    domain: readonly number[],
    encode: readonly number[],
    size: readonly number[],
    grays: readonly number[],
  ): PdfObject {
    const objects = this.#objects;
    const bytes = Buffer.alloc(grays.length * 2);
    for (const [at, gray] of grays.entries()) {
      bytes.writeUInt16BE(Math.round(gray * FULL_16), at * 2);
    }
    const entries = {
      FunctionType: 0,
      Domain: domain,
      Range: [0, 1],
      Size: size,
      Encode: encode,
      BitsPerSample: 16,
    };
    return objects.add(objects.makeStream(bytes, entries));
  }
}
