/**
 * Gradients in the colours of the press. Input: a shading (axial, radial or by function) as the
 * browser writes it; output: the same dictionary, changed in place. ISO 32000-1 §8.7.4.5, §7.10.
 *
 * The colours of stops are converted and the inks mixed between them, so that a gradient between
 * two tokens begins and ends in exactly their inks. What is computed by a calculator function, as
 * the browser does where colours are transparent, repeat or turn, becomes a table of samples.
 */
import type { PdfDict, PdfObject, PdfStream } from "../../pdf/objects/types.ts";
import { PublicationError } from "../../errors.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import {
  functionDict,
  functionType,
  readCalculatorCode,
  readFunction,
  readSampledFunction,
} from "../../pdf/functions/pdf-function.ts";
import type { Rgb } from "../colour/colour-converter.ts";
import { rgbOf, type ColourTarget, type TargetColour } from "./colour-target.ts";
import { readSourceSpace } from "./source-space.ts";

/** Samples along a gradient that runs one way, and each way of one that runs both. */
const SAMPLES_ALONG = 4096;
const SAMPLES_EACH_WAY = 256;

export type OnStop = (rgb: Rgb, converted: TargetColour) => void;

/** @throws PublicationError `press-shading`, `press-colour-space`. */
export function convertShading(
  objects: PdfObjects,
  shading: PdfDict,
  target: ColourTarget,
  onStop: OnStop,
): void {
  const space = readSourceSpace(objects, objects.get(shading, "ColorSpace"));
  if (space === "cmyk") return;
  const source = objects.get(shading, "Function");
  if (source === undefined) throw unsupported("a mesh");
  const colours = new ShadingColours(objects, target, onStop);
  objects.set(shading, "Function", colours.convertFunction(source));
  objects.set(shading, "ColorSpace", target.space);
  const background = objects.numbers(objects.get(shading, "Background"));
  if (background.length > 0) {
    objects.set(shading, "Background", colours.stop(background));
  }
}

class ShadingColours {
  readonly #objects: PdfObjects;
  readonly #target: ColourTarget;
  readonly #onStop: OnStop;

  constructor(objects: PdfObjects, target: ColourTarget, onStop: OnStop) {
    this.#objects = objects;
    this.#target = target;
    this.#onStop = onStop;
  }

  stop(components: readonly number[]): number[] {
    const rgb = rgbOf(components);
    const converted = this.#target.convert(rgb);
    this.#onStop(rgb, converted);
    return [...converted.components];
  }

  convertFunction(source: PdfObject): PdfObject {
    const objects = this.#objects;
    const dict = functionDict(objects, source);
    const stream = objects.stream(source);
    const type = functionType(objects, dict);
    if (type === 2 && dict !== undefined) return this.#exponential(dict);
    if (type === 3 && dict !== undefined) return this.#stitched(dict);
    if (type === 0 && stream !== undefined) return this.#resampled(stream);
    if (type === 4 && stream !== undefined) return this.#sampled(stream);
    throw unsupported(`a function of type ${type ?? "unknown"}`);
  }

  #exponential(source: PdfDict): PdfObject {
    const objects = this.#objects;
    const stopAt = (key: string, fallback: number): readonly number[] => {
      const numbers = objects.numbers(objects.get(source, key));
      return this.stop(numbers.length > 0 ? numbers : [fallback]);
    };
    const dict = objects.copyDict(source);
    objects.set(dict, "C0", stopAt("C0", 0));
    objects.set(dict, "C1", stopAt("C1", 1));
    objects.unset(dict, "Range");
    return dict;
  }

  #stitched(source: PdfDict): PdfObject {
    const objects = this.#objects;
    const parts = objects
      .items(objects.get(source, "Functions"))
      .map((part) => this.convertFunction(objects.resolve(part) ?? part));
    const dict = objects.copyDict(source);
    objects.set(dict, "Functions", parts);
    objects.unset(dict, "Range");
    return dict;
  }

  /** A table of the function's colours over its domain. ISO 32000-1 §7.10.2. */
  #sampled(source: PdfStream): PdfObject {
    const objects = this.#objects;
    const domain = objects.numbers(objects.get(source.dict, "Domain"));
    const colourAt = readFunction(objects, source);
    const inputs = domain.length / 2;
    // What drops its second input at once runs along the first alone.
    const isAlong = inputs === 1 || /^\s*\{\s*pop\b/.test(readCalculatorCode(objects, source));
    const size = isAlong
      ? [SAMPLES_ALONG, ...(inputs === 2 ? [2] : [])]
      : [SAMPLES_EACH_WAY, SAMPLES_EACH_WAY];
    const [columns = 1, rows = 1] = size;
    const samples: number[] = [];
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const x = between(domain[0] ?? 0, domain[1] ?? 1, column / (columns - 1));
        const y = between(domain[2] ?? 0, domain[3] ?? 1, rows > 1 ? row / (rows - 1) : 0);
        const colour = colourAt(inputs === 1 ? [x] : [x, y]);
        const isEnd = isAlong && (column === 0 || column === columns - 1);
        const components = isEnd
          ? this.stop(colour)
          : this.#target.convert(rgbOf(colour)).components;
        for (const component of components) samples.push(Math.round(component * 255));
      }
    }
    return this.#table(domain, size, samples);
  }

  /** A table of colours becomes a table of the same size. */
  #resampled(source: PdfStream): PdfObject {
    const { domain, size, outputs, table } = readSampledFunction(this.#objects, source);
    const samples: number[] = [];
    for (let at = 0; at < table.length; at += outputs) {
      const rgb = rgbOf([...table.subarray(at, at + outputs)]);
      for (const component of this.#target.convert(rgb).components) {
        samples.push(Math.round(component * 255));
      }
    }
    return this.#table(domain, size, samples);
  }

  #table(
    domain: readonly number[],
    size: readonly number[],
    samples: readonly number[],
  ): PdfObject {
    const objects = this.#objects;
    const range = this.#target.space === "DeviceGray" ? [0, 1] : [0, 1, 0, 1, 0, 1, 0, 1];
    const entries = { FunctionType: 0, Domain: domain, Range: range, Size: size, BitsPerSample: 8 };
    return objects.add(objects.makePackedStream(Uint8Array.from(samples), entries, 9));
  }
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

function unsupported(what: string): PublicationError {
  return new PublicationError("press-shading", `a gradient is painted by ${what}`, {
    hint: "write the gradient in another way, or as a picture",
  });
}
