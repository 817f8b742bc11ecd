/** Gradients and pictures as the browser writes them, and as it might. */
import { PDFContext, PDFRawStream, type PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { PdfObjects } from "../../../src/pdf/objects/pdf-objects.ts";
import { openColourConverter } from "../../../src/press/colour/colour-converter.ts";
import { inkTarget, maskTarget } from "../../../src/press/inks/colour-target.ts";
import { convertImage } from "../../../src/press/inks/convert-image.ts";
import { convertShading } from "../../../src/press/inks/convert-shading.ts";
import { defaultOutputProfile } from "../../../src/press/colour/output-profile.ts";

const converter = await openColourConverter({
  profile: await defaultOutputProfile(),
  tokens: [
    { name: "accent", rgb: [255, 121, 0], press: [0, 0.6, 1, 0] },
    { name: "link", rgb: [138, 47, 0], press: [0, 0.72, 1, 0.46] },
  ],
  inkLimit: 3,
});
const inks = inkTarget(converter);
const context = PDFContext.create();
const objects = new PdfObjects(context);

function streamOf(entries: Record<string, unknown>, bytes: Uint8Array): PDFRawStream {
  return PDFRawStream.of(context.obj(entries as Record<string, string>), bytes);
}

function shade(code: PDFObject, target = inks): { shading: PDFDict; stops: string[] } {
  const shading = context.obj({ ShadingType: 2, ColorSpace: "DeviceRGB" });
  shading.set(context.obj("Function"), code);
  const stops: string[] = [];
  convertShading(objects, shading, target, (rgb, { isExact }) => {
    if (!isExact) stops.push(rgb.join());
  });
  return { shading, stops };
}

const ramp = (from: number[], to: number[]): PDFDict =>
  context.obj({ FunctionType: 2, Domain: [0, 1], C0: from, C1: to, N: 1 });

function functionOf(shading: PDFDict): PDFDict | undefined {
  const found = objects.get(shading, "Function");
  return found instanceof PDFRawStream ? found.dict : objects.dict(found);
}

function samplesOf(shading: PDFDict): Uint8Array {
  return objects.streamBytes(objects.get(shading, "Function")) ?? new Uint8Array();
}

describe("gradients", () => {
  test("between two stops", () => {
    const { shading, stops } = shade(ramp([1, 0.4745, 0], [0.2, 0.4, 0.6]));
    const code = functionOf(shading);
    expect(objects.name(objects.get(shading, "ColorSpace"))).toBe("DeviceCMYK");
    expect(objects.numbers(objects.get(code, "C0"))).toEqual([0, 0.6, 1, 0]);
    expect(objects.numbers(objects.get(code, "C1"))).toHaveLength(4);
    expect(stops).toEqual(["51,102,153"]);
  });

  test("between more stops", () => {
    const parts = [ramp([1, 0.4745, 0], [1, 1, 1]), ramp([1, 1, 1], [0.5412, 0.1843, 0])];
    const code = context.obj({
      FunctionType: 3,
      Domain: [0, 1],
      Bounds: [0.5],
      Encode: [0, 1, 0, 1],
      Functions: parts,
    });
    const [, last] = objects.items(objects.get(functionOf(shade(code).shading), "Functions"));
    expect(objects.numbers(objects.get(objects.dict(last), "C0"))).toEqual([0, 0, 0, 0]);
    expect(objects.numbers(objects.get(objects.dict(last), "C1"))).toEqual([0, 0.72, 1, 0.46]);
  });

  test("of a table of samples", () => {
    const range = [0, 1, 0, 1, 0, 1];
    const table = { FunctionType: 0, Domain: [0, 1], Range: range, Size: [2], BitsPerSample: 8 };
    const { shading } = shade(streamOf(table, Uint8Array.of(255, 121, 0, 255, 255, 255)));
    expect([...samplesOf(shading)]).toEqual([0, 153, 255, 0, 0, 0, 0, 0]);
  });

  test("of a function that runs one way", () => {
    const code = "{pop dup .5 le {pop 1 .4745 0}{pop .2 .4 .6} ifelse}";
    const entries = { FunctionType: 4, Domain: [0, 1, 0, 1], Range: [0, 1, 0, 1, 0, 1] };
    const { shading, stops } = shade(streamOf(entries, Buffer.from(code)));
    expect(objects.numbers(objects.get(functionOf(shading), "Size"))).toEqual([4096, 2]);
    expect([...samplesOf(shading).subarray(0, 4)]).toEqual([0, 153, 255, 0]);
    expect(stops).toContain("51,102,153");
  });

  test("in a soft mask are gray", () => {
    const { shading } = shade(ramp([0, 0, 0], [1, 1, 1]), maskTarget);
    expect(objects.name(objects.get(shading, "ColorSpace"))).toBe("DeviceGray");
    expect(objects.numbers(objects.get(functionOf(shading), "C1"))).toEqual([1]);
  });

  test("of another kind are a fault", () => {
    const mesh = context.obj({ ShadingType: 6, ColorSpace: "DeviceRGB" });
    expect(() => {
      convertShading(objects, mesh, inks, () => undefined);
    }).toThrow("a gradient is painted by a mesh");
    expect(() => shade(context.obj([ramp([0], [1])]))).toThrow("a function of type unknown");
  });
});

describe("pictures", () => {
  const plain = { Subtype: "Image", Width: 2, Height: 1, BitsPerComponent: 8 };
  const pixels = Uint8Array.of(255, 255, 255, 0, 0, 255);

  async function converted(
    entries: Record<string, unknown>,
    bytes = pixels,
  ): Promise<PDFRawStream> {
    const image = streamOf({ ...plain, ...entries }, bytes);
    await convertImage(objects, image, inks);
    return image;
  }

  test("of red, green and blue become inks", async () => {
    const image = await converted({
      ColorSpace: "DeviceRGB",
      SMask: streamOf({}, Uint8Array.of(1)),
    });
    expect(objects.name(objects.get(image.dict, "ColorSpace"))).toBe("DeviceCMYK");
    const samples = objects.streamBytes(image) ?? new Uint8Array();
    expect([...samples.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect(samples[4]).toBeGreaterThan(200);
    expect(objects.stream(objects.get(image.dict, "SMask"))).toBeDefined();
  });

  test("that are turned round by Decode are turned back", async () => {
    const decode = [1, 0, 1, 0, 1, 0];
    const image = await converted(
      { ColorSpace: "DeviceRGB", Decode: decode },
      pixels.map((sample) => 255 - sample),
    );
    expect(objects.streamBytes(image)).toEqual(
      objects.streamBytes(await converted({ ColorSpace: "DeviceRGB" })),
    );
    expect(objects.get(image.dict, "Decode")).toBeUndefined();
  });

  test("with a palette keep their samples", async () => {
    const table = context.register(streamOf({}, pixels));
    const image = await converted(
      { ColorSpace: context.obj(["Indexed", "DeviceRGB", 1, table]) },
      Uint8Array.of(0, 1),
    );
    const [family, base, , inksOfTable] = objects.items(objects.get(image.dict, "ColorSpace"));
    expect([objects.name(family), objects.name(base)]).toEqual(["Indexed", "DeviceCMYK"]);
    expect(objects.streamBytes(inksOfTable)).toHaveLength(8);
    expect([...(objects.streamBytes(image) ?? [])]).toEqual([0, 1]);
  });

  test("in gray, and masks, stay as they are", async () => {
    const gray = await converted({ ColorSpace: "DeviceGray" }, Uint8Array.of(9, 200));
    expect([...(objects.streamBytes(gray) ?? [])]).toEqual([9, 200]);
    const mask = await converted({ ImageMask: true }, Uint8Array.of(128));
    expect(objects.get(mask.dict, "ColorSpace")).toBeUndefined();
  });

  test.each([
    ["a mask made of colours", { Mask: [0, 1, 0, 1, 0, 1] }],
    ["other than 8 bits for each colour", { BitsPerComponent: 16 }],
    ["fewer samples than its size asks for", { Height: 9 }],
  ])("with %s are a fault", async (what, entries) => {
    await expect(converted({ ColorSpace: "DeviceRGB", ...entries })).rejects.toThrow(what);
  });
});
