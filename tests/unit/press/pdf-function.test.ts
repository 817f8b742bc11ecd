/** The four types of functions, by their values. */
import { PDFContext, PDFRawStream, type PDFObject } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { PdfObjects } from "../../../src/pdf/objects/pdf-objects.ts";
import { readFunction } from "../../../src/pdf/functions/pdf-function.ts";
import { FunctionReducer } from "../../../src/press/separations/reduce-function.ts";
import { InkSpaces } from "../../../src/press/separations/ink-space.ts";

const context = PDFContext.create();
const objects = new PdfObjects(context);
const spaces = new InkSpaces(objects, () => [0, 0, 0, 1]);

function streamOf(entries: Record<string, number | number[]>, bytes: Uint8Array): PDFRawStream {
  return PDFRawStream.of(context.obj(entries), bytes);
}

function valuesOf(source: PDFObject, inputs: readonly number[]): readonly number[] {
  return readFunction(objects, source)(inputs).map((value) => Math.round(value * 1000) / 1000);
}

const ramp = { FunctionType: 2, Domain: [0, 1], C0: [0, 1], C1: [1, 0.5], N: 1 };

describe("values", () => {
  test("of a power, within the domain", () => {
    expect(valuesOf(context.obj(ramp), [0.5])).toEqual([0.5, 0.75]);
    expect(valuesOf(context.obj(ramp), [7])).toEqual([1, 0.5]);
    expect(valuesOf(context.obj({ FunctionType: 2, Domain: [0, 1], N: 2 }), [0.5])).toEqual([0.25]);
  });

  test("of parts", () => {
    const parts = context.obj({
      FunctionType: 3,
      Domain: [0, 1],
      Functions: [context.obj(ramp), context.obj(ramp)],
      Bounds: [0.25],
      Encode: [0, 1, 1, 0],
    });
    expect(valuesOf(parts, [0.125])).toEqual([0.5, 0.75]);
    expect(valuesOf(parts, [0.25])).toEqual([1, 0.5]);
    expect(valuesOf(parts, [1])).toEqual([0, 1]);
  });

  test("of a table of one and of two inputs", () => {
    const line = { FunctionType: 0, Domain: [0, 1], Range: [0, 1], Size: [3], BitsPerSample: 8 };
    expect(valuesOf(streamOf(line, Uint8Array.of(0, 255, 0)), [0.25])).toEqual([0.5]);
    const square = { ...line, Domain: [0, 1, 0, 1], Size: [2, 2], BitsPerSample: 4 };
    expect(valuesOf(streamOf(square, Uint8Array.of(0x0f, 0x00)), [1, 0.5])).toEqual([0.5]);
  });

  test("of code, and of several functions at once", () => {
    const code = streamOf(
      { FunctionType: 4, Domain: [0, 1], Range: [0, 1, 0, 1] },
      Buffer.from("{ dup 2 mul }"),
    );
    expect(valuesOf(code, [0.75])).toEqual([0.75, 1]);
    expect(valuesOf(context.obj([code, context.obj(ramp)]), [0.5])).toEqual([0.5, 1, 0.5, 0.75]);
  });

  test.each([
    ["of no type", context.obj({ FunctionType: 9, Domain: [0, 1] })],
    [
      "without its table",
      streamOf({ FunctionType: 0, Domain: [0, 1], Range: [0, 1] }, new Uint8Array()),
    ],
    ["of parts that do not fit", context.obj({ FunctionType: 3, Domain: [0, 1], Functions: [] })],
  ])("%s is a fault", (_, source) => {
    expect(() => readFunction(objects, source)).toThrow(
      expect.objectContaining({ code: "pdf-function" }),
    );
  });
});

describe("reduced to a separation", () => {
  const inks = { FunctionType: 2, Domain: [0, 1], C0: [0, 0.6, 1, 0], C1: [1, 0, 1, 0.5], N: 1.5 };
  const reduced = (source: PDFObject, separation: "cyan" | "magenta" | "black" | "mask") =>
    new FunctionReducer(objects, spaces.cmyk, separation).reduce(source);

  test("a power stays one, of the gray of its stops", () => {
    const dict = objects.dict(reduced(context.obj(inks), "magenta"));
    expect(objects.number(objects.get(dict, "FunctionType"))).toBe(2);
    expect(objects.numbers(objects.get(dict, "C0"))).toEqual([0.4]);
    expect(objects.numbers(objects.get(dict, "C1"))).toEqual([1]);
    expect(objects.number(objects.get(dict, "N"))).toBe(1.5);
  });

  test("code keeps one output, wherever it stands", () => {
    const Range = [0, 1, 0, 1, 0, 1, 0, 1];
    const code = streamOf(
      { FunctionType: 4, Domain: [0, 1], Range },
      Buffer.from("{ pop 0.1 0.2 0.3 0.4 }"),
    );
    expect(valuesOf(reduced(code, "cyan"), [0])).toEqual([0.9]);
    expect(valuesOf(reduced(code, "magenta"), [0])).toEqual([0.8]);
    expect(valuesOf(reduced(code, "black"), [0])).toEqual([0.6]);
  });

  test("a mask gets the luminosity, which does not mix as inks do", () => {
    const source = { ...inks, N: 1, C0: [0, 0, 0, 0], C1: [1, 1, 1, 1] };
    const found = valuesOf(reduced(context.obj(source), "mask"), [0.75]);
    // Three quarters of all inks are more than black.
    expect(found).toEqual([0]);
  });
});
