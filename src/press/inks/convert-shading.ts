/**
 * Gradients in the colours of the press. Input: a shading (axial, radial or by function) as the
 * browser writes it; output: the same dictionary, changed in place. ISO 32000-1 §8.7.4.5, §7.10.
 *
 * The colours of stops are converted and the inks mixed between them, so that a gradient between
 * two tokens begins and ends in exactly their inks. What is computed by a calculator function, as
 * the browser does where colours are transparent, repeat or turn, becomes a table of samples.
 */
import { PDFName, PDFRawStream, type PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import { deflateSync } from "node:zlib";
import { PublicationError } from "../../errors.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import { calculatorFunction } from "../../pdf/colour/calculator-function.ts";
import type { Rgb } from "../colour/colour-converter.ts";
import { rgbOf, type ColourTarget, type TargetColour } from "./colour-target.ts";
import { sourceSpaceOf } from "./source-space.ts";

/** Samples along a gradient that runs one way, and each way of one that runs both. */
const SAMPLES_ALONG = 4096;
const SAMPLES_EACH_WAY = 256;

export type OnStop = (rgb: Rgb, converted: TargetColour) => void;

/** @throws PublicationError `press-shading`, `press-colour-space`. */
export function convertShading(
  objects: PdfObjects,
  shading: PDFDict,
  target: ColourTarget,
  onStop: OnStop,
): void {
  const space = sourceSpaceOf(objects, objects.get(shading, "ColorSpace"));
  if (space === "cmyk") return;
  const source = objects.get(shading, "Function");
  if (source === undefined) throw unsupported("a mesh");
  const colours = new ShadingColours(objects, target, onStop);
  shading.set(PDFName.of("Function"), colours.convertFunction(source));
  shading.set(PDFName.of("ColorSpace"), PDFName.of(target.space));
  const background = objects.numbers(objects.get(shading, "Background"));
  if (background.length > 0) {
    shading.set(PDFName.of("Background"), objects.context.obj(colours.stop(background)));
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

  convertFunction(source: PDFObject): PDFObject {
    const objects = this.#objects;
    const dict = source instanceof PDFRawStream ? source.dict : objects.dict(source);
    const type = objects.number(objects.get(dict, "FunctionType"));
    if (type === 2 && dict !== undefined) return this.#exponential(dict);
    if (type === 3 && dict !== undefined) return this.#stitched(dict);
    if (type === 0 && source instanceof PDFRawStream) return this.#resampled(source);
    if (type === 4 && source instanceof PDFRawStream) return this.#sampled(source);
    throw unsupported(`a function of type ${type ?? "unknown"}`);
  }

  #exponential(source: PDFDict): PDFObject {
    const objects = this.#objects;
    const stopAt = (key: string, fallback: number): PDFObject => {
      const numbers = objects.numbers(objects.get(source, key));
      return objects.context.obj(this.stop(numbers.length > 0 ? numbers : [fallback]));
    };
    const dict = source.clone();
    dict.set(PDFName.of("C0"), stopAt("C0", 0));
    dict.set(PDFName.of("C1"), stopAt("C1", 1));
    dict.delete(PDFName.of("Range"));
    return dict;
  }

  #stitched(source: PDFDict): PDFObject {
    const objects = this.#objects;
    const parts = objects
      .items(objects.get(source, "Functions"))
      .map((part) => this.convertFunction(objects.resolve(part) ?? part));
    const dict = source.clone();
    dict.set(PDFName.of("Functions"), objects.context.obj(parts));
    dict.delete(PDFName.of("Range"));
    return dict;
  }

  /** A table of the function's colours over its domain. ISO 32000-1 §7.10.2. */
  #sampled(source: PDFRawStream): PDFObject {
    const objects = this.#objects;
    const domain = objects.numbers(objects.get(source.dict, "Domain"));
    const code = Buffer.from(objects.streamBytes(source) ?? []).toString("latin1");
    const colourAt = calculatorFunction(code);
    const inputs = domain.length / 2;
    // What drops its second input at once runs along the first alone.
    const isAlong = inputs === 1 || /^\s*\{\s*pop\b/.test(code);
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
  #resampled(source: PDFRawStream): PDFObject {
    const objects = this.#objects;
    const bytes = objects.streamBytes(source);
    const bits = objects.number(objects.get(source.dict, "BitsPerSample"));
    if (bytes === undefined || bits !== 8 || objects.get(source.dict, "Decode") !== undefined) {
      throw unsupported("a table of samples of another kind");
    }
    const samples: number[] = [];
    for (let at = 0; at + 2 < bytes.length; at += 3) {
      const rgb = [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0] as const;
      for (const component of this.#target.convert(rgb).components) {
        samples.push(Math.round(component * 255));
      }
    }
    const numbers = (key: string): readonly number[] =>
      objects.numbers(objects.get(source.dict, key));
    return this.#table(numbers("Domain"), numbers("Size"), samples);
  }

  #table(
    domain: readonly number[],
    size: readonly number[],
    samples: readonly number[],
  ): PDFObject {
    const { context } = this.#objects;
    const range = this.#target.space === "DeviceGray" ? [0, 1] : [0, 1, 0, 1, 0, 1, 0, 1];
    const dict = context.obj({
      FunctionType: 0,
      Domain: [...domain],
      Range: range,
      Size: [...size],
      BitsPerSample: 8,
      Filter: "FlateDecode",
    });
    const bytes = deflateSync(Uint8Array.from(samples), { level: 9 });
    return context.register(PDFRawStream.of(dict, bytes));
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
