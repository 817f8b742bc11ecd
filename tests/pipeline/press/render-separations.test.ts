/** What lies on which separation: drawings of known inks, read back pixel by pixel. */
import { deflateSync } from "node:zlib";
import { PDFDocument, PDFName, PDFStream, type PDFContext, type PDFRef } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import {
  dictOf,
  drawnPdf,
  form,
  inksAt,
  inksOf,
  objectOf,
  picture,
  separationsOf,
  spot,
  stream,
  type Drawing,
  type Entries,
  type Literal,
} from "./separations-drawing.ts";

const SQUARE = "0 0 100 100 re f";

/** Overprint of fills and strokes, in mode 1 and 0. */
const states: NonNullable<Drawing["resources"]> = () => ({
  ExtGState: {
    Over: { OP: true, op: true, OPM: 1 },
    OverZero: { OP: true, op: true, OPM: 0 },
    OnlyOP: { OP: true, OPM: 1 },
    OverStrokes: { OP: true, op: false, OPM: 1 },
    Knock: { OP: false, op: false },
    Half: { ca: 0.5, CA: 0.5 },
    Multiply: { BM: "Multiply" },
    Luminosity: { BM: "Luminosity" },
  },
});

/** Cyan and black as the four inks. */
function duo(context: PDFContext): PDFRef {
  const entries = { FunctionType: 4, Domain: [0, 1, 0, 1], Range: [0, 1, 0, 1, 0, 1, 0, 1] };
  return stream(context, entries, "{ 0 0 3 -1 roll }");
}

describe("solid colours", () => {
  test.each([
    ["CMYK", "0.1 0.2 0.3 0.4 k", [10, 20, 30, 40]],
    ["gray, which is black ink", "0.25 g", [0, 0, 0, 75]],
    ["what content begins in", "", [0, 0, 0, 100]],
    ["a space's first colour", "/DeviceCMYK cs", [0, 0, 0, 100]],
    ["CMYK by its space", "/DeviceCMYK cs 1 0.5 0 0 sc", [100, 50, 0, 0]],
    ["registration", "/All cs 0.6 scn", [60, 60, 60, 60]],
    ["a separation of a process ink", "/Key cs 0.8 scn", [0, 0, 0, 80]],
    ["process inks of DeviceN", "/Duo cs 0.3 0.9 scn", [30, 0, 0, 90]],
    ["a spot ink, by its alternate", "/Spot cs 0.5 scn", [0, 30, 50, 0]],
    ["no ink at all", "/Nothing cs 1 scn", [0, 0, 0, 0]],
    ["a palette", "/Palette cs 1 sc", [100, 0, 20, 0]],
    ["a profile of four inks", "/Icc cs 0.1 0.2 0.3 0.4 scn", [10, 20, 30, 40]],
    ["more than there is, and less", "2 -1 0.5 0 k", [100, 0, 50, 0]],
  ])("%s", async (_, colour, expected) => {
    const drawing: Drawing = {
      content: `${colour} ${SQUARE}`,
      resources: (context) => ({
        ColorSpace: {
          All: spot("All", [1, 1, 1, 1]),
          Key: spot("Black", [0, 0, 0, 1]),
          Spot: spot("Orange", [0, 0.6, 1, 0]),
          Nothing: spot("None", [1, 1, 1, 1]),
          Duo: ["DeviceN", ["Cyan", "Black"], "DeviceCMYK", duo(context)],
          Palette: [
            "Indexed",
            "DeviceCMYK",
            1,
            stream(context, {}, Uint8Array.of(0, 0, 0, 0, 255, 0, 51, 0)),
          ],
          Icc: ["ICCBased", stream(context, { N: 4 }, "")],
        },
      }),
    };
    expect(await inksOf(drawing)).toEqual([expected]);
  });

  test("a screen's colours go through the profile, so that a planted one is seen", async () => {
    const [red, white, lab] = await Promise.all([
      inksOf({ content: `1 0 0 rg ${SQUARE}` }),
      inksOf({ content: `1 1 1 rg ${SQUARE}` }),
      inksOf({
        content: `/L cs 50 70 50 sc ${SQUARE}`,
        resources: () => ({ ColorSpace: { L: ["Lab", { WhitePoint: [0.9642, 1, 0.8249] }] } }),
      }),
    ]);
    for (const [inks] of [red, lab]) {
      expect(inks?.[0]).toBeLessThan(15);
      expect(inks?.[1]).toBeGreaterThan(80);
      expect(inks?.[2]).toBeGreaterThan(70);
    }
    expect(white).toEqual([[0, 0, 0, 0]]);
  });

  test("a space that nobody knows is a fault with its page", async () => {
    await expect(inksOf({ content: `/Unknown cs ${SQUARE}` })).rejects.toMatchObject({
      code: "separation-colour-space",
      message: "page 1: a colour space has no way to the separations: Unknown",
    });
  });
});

describe("overprint", () => {
  const cyan = `1 0 0 0 k ${SQUARE}`;
  test.each([
    ["without it, black knocks out", "0 0 0 1 k", [0, 0, 0, 100]],
    ["in mode 1, inks of 0 leave what is below", "/Over gs 0 0 0 1 k", [100, 0, 0, 100]],
    ["in mode 1, others replace it", "/Over gs 0.5 0 0 1 k", [50, 0, 0, 100]],
    ["in mode 0, CMYK knocks out", "/OverZero gs 0 0 0 1 k", [0, 0, 0, 100]],
    ["OP alone is for fills as well", "/OnlyOP gs 0 0 0 1 k", [100, 0, 0, 100]],
    ["what is for strokes is not for fills", "/OverStrokes gs 0 0 0 1 k", [0, 0, 0, 100]],
    ["gray is no CMYK, it knocks out", "/Over gs 0 g", [0, 0, 0, 100]],
    ["white that overprints vanishes", "/Over gs 0 0 0 0 k", [100, 0, 0, 0]],
    ["a separation has its own separation alone", "/OverZero gs /Key cs 1 scn", [100, 0, 0, 100]],
    ["a separation without it knocks out", "/Key cs 1 scn", [0, 0, 0, 100]],
    ["it ends with Q", "q /Over gs Q 0 0 0 1 k", [0, 0, 0, 100]],
    ["it can be taken back", "/Over gs /Knock gs 0 0 0 1 k", [0, 0, 0, 100]],
  ])("%s", async (_, colour, expected) => {
    const content = `${cyan} ${colour} 20 20 60 60 re f`;
    const resources: Drawing["resources"] = (context) => ({
      ...states(context),
      ColorSpace: { Key: spot("Black", [0, 0, 0, 1]) },
    });
    expect(await inksOf({ content, resources })).toEqual([expected]);
  });

  test("fill and stroke of one path overprint each by itself", async () => {
    const content = `${cyan} /OverStrokes gs 0 1 0 0 k 0 0 0 1 K 20 w 30 30 40 40 re B`;
    const places = [
      [50, 50],
      [30, 50],
      [10, 10],
    ] as const;
    expect(await inksOf({ content, resources: states }, places)).toEqual([
      [0, 100, 0, 0],
      // The inner half of the stroke has the fill under it, the outer half the cyan.
      [0, 100, 0, 100],
      [100, 0, 0, 0],
    ]);
  });

  test("a path that is not painted still clips", async () => {
    const content = `${cyan} /Over gs 0 0 0 1 k 0 0 50 100 re W f 0 1 0 0 k /Knock gs ${SQUARE}`;
    expect(
      await inksOf({ content, resources: states }, [
        [25, 50],
        [75, 50],
      ]),
    ).toEqual([
      [0, 100, 0, 0],
      [100, 0, 0, 0],
    ]);
  });

  test("text, stencils and gradients", async () => {
    const resources: Drawing["resources"] = (context) => ({
      ...states(context),
      Font: { F: { Type: "Font", Subtype: "Type1", BaseFont: "Helvetica-Bold" } },
      XObject: {
        Stencil: picture(
          context,
          { Width: 1, Height: 1, ImageMask: true, BitsPerComponent: 1 },
          [0],
        ),
      },
      Shading: {
        Key: {
          ShadingType: 2,
          ColorSpace: spot("Black", [0, 0, 0, 1]),
          Coords: [0, 0, 100, 0],
          Function: { FunctionType: 2, Domain: [0, 1], C0: [0.5], C1: [0.5], N: 1 },
        },
      },
    });
    const text = "BT /F 200 Tf -20 -20 Td (l) Tj (l) Tj (l) Tj ET";
    const inks = (content: string) =>
      inksOf({ content: `${cyan} ${content}`, resources }, [[10, 50]]);
    expect(await inks(`0 0 0 1 k ${text}`)).toEqual([[0, 0, 0, 100]]);
    expect(await inks(`/Over gs 0 0 0 1 k ${text}`)).toEqual([[100, 0, 0, 100]]);
    expect(await inks(`q 100 0 0 100 0 0 cm 0 0 0 1 k /Stencil Do Q`)).toEqual([[0, 0, 0, 100]]);
    expect(await inks(`q 100 0 0 100 0 0 cm /Over gs 0 0 0 1 k /Stencil Do Q`)).toEqual([
      [100, 0, 0, 100],
    ]);
    expect(await inks("/Key sh")).toEqual([[0, 0, 0, 50]]);
    expect(await inks("/Over gs /Key sh")).toEqual([[100, 0, 0, 50]]);
  });

  test("a form takes it, and the colour, from where it is painted", async () => {
    const content = `${cyan} 0 0 0 1 k q 0.4 0 0 0.4 0 0 cm /F Do Q /Over gs q 0.4 0 0 0.4 50 50 cm /F Do Q`;
    const resources: Drawing["resources"] = (context) => ({
      ...states(context),
      XObject: { F: form(context, SQUARE) },
    });
    expect(
      await inksOf({ content, resources }, [
        [20, 20],
        [70, 70],
      ]),
    ).toEqual([
      [0, 0, 0, 100],
      [100, 0, 0, 100],
    ]);
  });
});

describe("overprint in a group", () => {
  const cyan = `1 0 0 0 k ${SQUARE}`;
  const grouped = async (group: Entries, content: string) =>
    inksOf(
      {
        content: `${cyan} /G Do`,
        resources: (context) => {
          const Resources = {
            ...states(context),
            Font: { F: { Type: "Font", Subtype: "Type1", BaseFont: "Helvetica-Bold" } },
          };
          const Group = { S: "Transparency", CS: "DeviceCMYK", ...group };
          return { XObject: { G: form(context, content, { Group, Resources }) } };
        },
      },
      [[10, 50]],
    );
  const black = `/Over gs 0 0 0 1 k ${SQUARE}`;

  test("that sees what is below leaves it", async () => {
    expect(await grouped({}, black)).toEqual([[100, 0, 0, 100]]);
  });

  test("that is isolated covers what is below the group, not what is in it", async () => {
    expect(await grouped({ I: true }, black)).toEqual([[0, 0, 0, 100]]);
    expect(await grouped({ I: true }, `0 0 0.5 0 k ${SQUARE} ${black}`)).toEqual([[0, 0, 50, 100]]);
    const text = "BT /F 200 Tf -20 -20 Td (lll) Tj ET";
    expect(await grouped({ I: true }, `/Over gs 0 0 0 1 k ${text}`)).toEqual([[0, 0, 0, 100]]);
  });

  test("colours and blend mode are afterwards what they were", async () => {
    const content = `/Multiply gs ${black} 0 0 50 100 re f /Knock gs ${SQUARE}`;
    expect(await grouped({ I: true }, `0 0.5 0 0 k ${SQUARE} ${content}`)).toEqual([
      [0, 50, 0, 100],
    ]);
    const both = "/OverStrokes gs 0 1 0 0 k 0 0 0 1 K 40 w 0 0 100 100 re B";
    expect(await grouped({ I: true }, both)).toEqual([[0, 100, 0, 100]]);
  });
});

describe("pictures", () => {
  const painted = async (
    entries: Entries,
    samples: readonly number[] | Uint8Array,
    places: readonly (readonly [number, number])[] = [
      [10, 90],
      [90, 90],
      [10, 10],
      [90, 10],
    ],
  ) =>
    inksOf(
      {
        content: "0 1 0 0 k 0 0 100 100 re f q 100 0 0 100 0 0 cm /I Do Q",
        resources: (context) => ({
          XObject: { I: picture(context, { Width: 2, Height: 2, ...entries }, samples) },
        }),
      },
      places,
    );
  const four = [255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 51, 102, 0, 0, 255];
  const fourInks = [
    [100, 0, 0, 0],
    [0, 100, 0, 0],
    [0, 0, 100, 20],
    [40, 0, 0, 100],
  ];

  test("each channel is on its separation", async () => {
    expect(await painted({ ColorSpace: "DeviceCMYK" }, four)).toEqual(fourInks);
  });

  test("samples that are turned over, packed, of other widths", async () => {
    const turned = four.map((sample) => 255 - sample);
    const Decode = [1, 0, 1, 0, 1, 0, 1, 0];
    expect(await painted({ ColorSpace: "DeviceCMYK", Decode }, turned)).toEqual(fourInks);
    const wide = four.flatMap((sample) => [sample, 0]);
    expect(await painted({ ColorSpace: "DeviceCMYK", BitsPerComponent: 16 }, wide)).toEqual(
      fourInks,
    );
    // Rows with the filters None and Sub of PNG.
    const rows = [0, ...four.slice(0, 8), 1, ...four.slice(8, 12)];
    rows.push(...four.slice(12).map((sample, at) => (sample - (four[8 + at] ?? 0) + 256) % 256));
    const packed = {
      ColorSpace: "DeviceCMYK",
      Filter: "FlateDecode",
      DecodeParms: { Predictor: 15, Colors: 4, Columns: 2 },
    };
    expect(await painted(packed, deflateSync(Uint8Array.from(rows)))).toEqual(fourInks);
  });

  test("gray, bits and palettes", async () => {
    const gray = [0, 255, 204, 51];
    expect(await painted({ ColorSpace: "DeviceGray" }, gray)).toEqual([
      [0, 0, 0, 100],
      [0, 0, 0, 0],
      [0, 0, 0, 20],
      [0, 0, 0, 80],
    ]);
    const bits = { ColorSpace: "DeviceGray", BitsPerComponent: 1, Decode: [1, 0] };
    expect(await painted(bits, [0b10000000, 0b01000000])).toEqual([
      [0, 0, 0, 100],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 100],
    ]);
    const drawing: Drawing = {
      content: "q 100 0 0 100 0 0 cm /I Do Q",
      resources: (context) => {
        const table = stream(context, {}, Uint8Array.of(0, 0, 0, 0, 255, 0, 51, 0));
        const space = ["Indexed", "DeviceCMYK", 1, table];
        const shape = { Width: 2, Height: 1, ColorSpace: space, BitsPerComponent: 1 };
        return { XObject: { I: picture(context, shape, [0b01000000]) } };
      },
    };
    expect(
      await inksOf(drawing, [
        [10, 50],
        [90, 50],
      ]),
    ).toEqual([
      [0, 0, 0, 0],
      [100, 0, 20, 0],
    ]);
  });

  test("a spot ink, and screen colours", async () => {
    const Orange = spot("Orange", [0, 0.6, 1, 0]);
    expect(await painted({ ColorSpace: Orange }, [255, 0, 128, 0])).toEqual([
      [0, 60, 100, 0],
      [0, 0, 0, 0],
      [0, 30, 50, 0],
      [0, 0, 0, 0],
    ]);
    const [red, white] = await painted(
      { ColorSpace: "DeviceRGB" },
      [255, 0, 0, 255, 255, 255, 0, 0, 0, 0, 0, 0],
    );
    expect(red?.[1]).toBeGreaterThan(80);
    expect(white).toEqual([0, 0, 0, 0]);
  });

  test("a colour that is left out, and a soft mask", async () => {
    const Mask = [255, 255, 0, 0, 0, 0, 0, 0];
    expect(await painted({ ColorSpace: "DeviceCMYK", Mask }, four)).toEqual([
      [0, 100, 0, 0],
      ...fourInks.slice(1),
    ]);
    const drawing: Drawing = {
      content: "0 1 0 0 k 0 0 100 100 re f q 100 0 0 100 0 0 cm /I Do Q",
      resources: (context) => {
        const shape = { Width: 2, Height: 1 };
        const SMask = picture(context, { ...shape, ColorSpace: "DeviceGray" }, [255, 51]);
        const entries = { ...shape, ColorSpace: "DeviceCMYK", SMask };
        return { XObject: { I: picture(context, entries, [255, 0, 0, 0, 255, 0, 0, 0]) } };
      },
    };
    expect(
      await inksOf(drawing, [
        [10, 50],
        [90, 50],
      ]),
    ).toEqual([
      [100, 0, 0, 0],
      [20, 80, 0, 0],
    ]);
  });

  test("a JPEG in CMYK, as Adobe's programs turn it over", async () => {
    const background = { r: 255, g: 0, b: 0 };
    const jpeg = await sharp({ create: { width: 16, height: 16, channels: 3, background } })
      .toColourspace("cmyk")
      .jpeg({ quality: 100 })
      .toBuffer();
    expect(jpeg.includes("Adobe")).toBe(true);
    const entries = {
      Width: 16,
      Height: 16,
      ColorSpace: "DeviceCMYK",
      Filter: "DCTDecode",
      Decode: [1, 0, 1, 0, 1, 0, 1, 0],
    };
    const [found] = await painted(entries, jpeg, [[50, 50]]);
    const [cyan, magenta, yellow, black] = found ?? [];
    expect(Math.max(cyan ?? NaN, black ?? NaN)).toBeLessThan(5);
    expect(Math.min(magenta ?? NaN, yellow ?? NaN)).toBeGreaterThan(90);
  });

  test("in the content itself", async () => {
    const content = "q 100 0 0 100 0 0 cm BI /W 1 /H 1 /CS /CMYK /BPC 8 /F /AHx ID FF330066> EI Q";
    expect(await inksOf({ content })).toEqual([[100, 20, 0, 40]]);
  });

  test("JPEG 2000 is said not to be read", async () => {
    await expect(
      painted({ ColorSpace: "DeviceCMYK", Filter: "JPXDecode" }, [0]),
    ).rejects.toMatchObject({
      code: "pdf-picture",
      message: "page 1: a picture is packed as JPEG 2000, which is not read",
    });
  });
});

describe("gradients", () => {
  const axial = { ShadingType: 2, ColorSpace: "DeviceCMYK", Coords: [0, 0, 100, 0] };
  const ramp = { FunctionType: 2, Domain: [0, 1], C0: [0, 0.6, 1, 0], C1: [1, 0, 1, 0.5], N: 1 };
  const shaded = async (shading: (context: PDFContext) => Literal, content = "/S sh") =>
    inksOf(
      {
        content,
        resources: (context) => ({
          Shading: { S: shading(context) },
          Pattern: { P: { PatternType: 2, Shading: shading(context) } },
        }),
      },
      [
        [10, 50],
        [50, 50],
        [90, 50],
      ],
    );
  const near = (found: readonly (readonly number[])[], wanted: readonly (readonly number[])[]) => {
    for (const [place, inks] of wanted.entries()) {
      for (const [at, share] of inks.entries()) {
        expect(Math.abs((found[place]?.[at] ?? NaN) - share)).toBeLessThanOrEqual(1);
      }
    }
  };
  const mixed = [
    [10, 54, 100, 5],
    [50, 30, 100, 25],
    [90, 6, 100, 45],
  ];

  test("between two stops, as a shading and as a pattern", async () => {
    near(await shaded(() => ({ ...axial, Function: ramp })), mixed);
    const content = `/Pattern cs /P scn ${SQUARE}`;
    near(await shaded(() => ({ ...axial, Function: ramp }), content), mixed);
  });

  test("with a hard edge between parts", async () => {
    const part = (c: number) => ({ ...ramp, C0: [c, 0, 0, 0], C1: [c, 0, 0, 0] });
    const stitched = {
      FunctionType: 3,
      Domain: [0, 1],
      Functions: [part(0.2), part(0.8)],
      Bounds: [0.4],
      Encode: [0, 1, 0, 1],
    };
    near(await shaded(() => ({ ...axial, Function: stitched })), [[20], [80], [80]]);
  });

  test("by code, by a table, and by a function for each ink", async () => {
    const Range = [0, 1, 0, 1, 0, 1, 0, 1];
    const code = "{ dup dup 0.6 mul 0.6 exch sub exch 0.5 mul 1 exch }";
    near(
      await shaded((context) => ({
        ...axial,
        Function: stream(context, { FunctionType: 4, Domain: [0, 1], Range }, code),
      })),
      mixed,
    );
    const table = { FunctionType: 0, Domain: [0, 1], Range, Size: [2], BitsPerSample: 8 };
    const samples = Uint8Array.of(0, 153, 255, 0, 255, 0, 255, 128);
    near(
      await shaded((context) => ({ ...axial, Function: stream(context, table, samples) })),
      mixed,
    );
    const each = [0, 1, 2, 3].map((at) => ({
      ...ramp,
      C0: [ramp.C0[at] ?? 0],
      C1: [ramp.C1[at] ?? 0],
    }));
    near(await shaded(() => ({ ...axial, Function: each })), mixed);
  });

  test("of a spot ink", async () => {
    const one = { FunctionType: 2, Domain: [0, 1], C0: [0], C1: [1], N: 1 };
    const ColorSpace = spot("Orange", [0, 0.6, 1, 0]);
    near(await shaded(() => ({ ...axial, ColorSpace, Function: one })), [
      [0, 6, 10, 0],
      [0, 30, 50, 0],
      [0, 54, 90, 0],
    ]);
  });

  test("a mesh of triangles", async () => {
    const vertex = (x: number, y: number, inks: readonly number[]) => [0, x, y, ...inks];
    const [left, right] = [
      [0, 153, 255, 0],
      [255, 0, 255, 128],
    ];
    const corners = [
      ...[vertex(0, 0, left), vertex(255, 0, right), vertex(0, 255, left)],
      ...[vertex(255, 0, right), vertex(255, 255, right), vertex(0, 255, left)],
    ];
    const entries = {
      ShadingType: 4,
      ColorSpace: "DeviceCMYK",
      BitsPerCoordinate: 8,
      BitsPerComponent: 8,
      BitsPerFlag: 8,
      Decode: [0, 100, 0, 100, 0, 1, 0, 1, 0, 1, 0, 1],
    };
    near(
      await shaded((context) => stream(context, entries, Uint8Array.from(corners.flat()))),
      mixed,
    );
  });
});

describe("transparency", () => {
  test("opacity takes each ink by itself", async () => {
    const content = `0 0.8 0 0 k ${SQUARE} /Half gs 1 0 0 0 k ${SQUARE}`;
    expect(await inksOf({ content, resources: states })).toEqual([[50, 40, 0, 0]]);
  });

  test("inks are multiplied as light is", async () => {
    const content = `0.5 0.8 0 0 k ${SQUARE} /Multiply gs 0.5 0 0.2 0 k ${SQUARE}`;
    expect(await inksOf({ content, resources: states })).toEqual([[75, 80, 20, 0]]);
  });

  test("a group is painted as one", async () => {
    const content = `0 1 0 0 k ${SQUARE} /Half gs /G Do`;
    const resources: Drawing["resources"] = (context) => ({
      ...states(context),
      XObject: {
        G: form(context, `1 0 0 0 k ${SQUARE} 0 0 0 1 k 30 30 40 40 re f`, {
          Group: { S: "Transparency", CS: "DeviceCMYK", I: true },
        }),
      },
    });
    expect(
      await inksOf({ content, resources }, [
        [50, 50],
        [10, 10],
      ]),
    ).toEqual([
      [0, 50, 0, 50],
      [50, 50, 0, 0],
    ]);
  });

  test.each([
    ["gray", "DeviceGray", "0.25 g"],
    ["a screen's colours", "DeviceRGB", "0.25 0.25 0.25 rg"],
    ["inks", "DeviceCMYK", "0 0 0 0.75 k"],
  ])("a soft mask of %s says how much is painted", async (_, CS, colour) => {
    const resources: Drawing["resources"] = (context) => ({
      ExtGState: {
        Soft: {
          SMask: {
            S: "Luminosity",
            G: form(context, `${colour} ${SQUARE}`, { Group: { S: "Transparency", CS } }),
          },
        },
      },
    });
    const content = `0 1 0 0 k ${SQUARE} /Soft gs 1 0 0 0 k ${SQUARE}`;
    expect(await inksOf({ content, resources })).toEqual([[25, 75, 0, 0]]);
  });

  test("the luminosity of black ink is black's", async () => {
    const content = `0.2 0.4 0.6 0.8 k ${SQUARE} /Luminosity gs 0 0 0 0.3 k ${SQUARE}`;
    const [inks] = await inksOf({ content, resources: states });
    expect(inks?.[3]).toBe(30);
  });
});

describe("patterns and drawn letters", () => {
  test("tiles bring their colours, or take that of the shape", async () => {
    const tile = (context: PDFContext, PaintType: number, content: string) =>
      stream(
        context,
        {
          Type: "Pattern",
          PatternType: 1,
          PaintType,
          TilingType: 1,
          BBox: [0, 0, 10, 10],
          XStep: 10,
          YStep: 10,
          Resources: {},
        },
        content,
      );
    const resources: Drawing["resources"] = (context) => ({
      ...states(context),
      Pattern: {
        Own: tile(context, 1, "0.3 0 0 0 k 0 0 10 10 re f"),
        First: tile(context, 1, "0 0 10 10 re f"),
        Bare: tile(context, 2, "0 0 10 10 re f"),
      },
      ColorSpace: { Bare: ["Pattern", "DeviceCMYK"] },
    });
    const inks = (content: string) =>
      inksOf({ content: `0 0 1 0 k ${SQUARE} ${content} ${SQUARE}`, resources });
    expect(await inks("/Pattern cs /Own scn")).toEqual([[30, 0, 0, 0]]);
    expect(await inks("/Pattern cs /First scn")).toEqual([[0, 0, 0, 100]]);
    expect(await inks("/Bare cs 0 0.4 0 0 /Bare scn")).toEqual([[0, 40, 0, 0]]);
    expect(await inks("/Over gs /Bare cs 0 0.4 0 0 /Bare scn")).toEqual([[0, 40, 100, 0]]);
  });

  test("letters that are drawings", async () => {
    const resources: Drawing["resources"] = (context) => ({
      ...states(context),
      Font: {
        D: {
          Type: "Font",
          Subtype: "Type3",
          FontBBox: [0, 0, 100, 100],
          FontMatrix: [0.01, 0, 0, 0.01, 0, 0],
          FirstChar: 97,
          LastChar: 98,
          Widths: [100, 100],
          Encoding: { Differences: [97, "own", "bare"] },
          Resources: {},
          CharProcs: {
            own: stream(context, {}, "100 0 d0 0.3 0 0 0 k 0 0 100 50 re f"),
            bare: stream(context, {}, "100 0 0 0 100 100 d1 0 0 100 100 re f"),
          },
        },
        B: {
          Type: "Font",
          Subtype: "Type3",
          FontBBox: [0, 0, 100, 100],
          FontMatrix: [0.01, 0, 0, 0.01, 0, 0],
          FirstChar: 98,
          LastChar: 98,
          Widths: [100],
          Encoding: { Differences: [98, "bare"] },
          Resources: {},
          CharProcs: { bare: stream(context, {}, "100 0 0 0 100 100 d1 0 0 100 100 re f") },
        },
      },
    });
    const cyan = `1 0 0 0 k ${SQUARE}`;
    const letters = (font: string, text: string) => `BT /${font} 50 Tf (${text}) Tj ET`;
    const inks = (content: string) =>
      inksOf({ content: `${cyan} ${content}`, resources }, [
        [10, 10],
        [75, 10],
      ]);
    expect(await inks(`0 1 0 0 k ${letters("D", "ab")}`)).toEqual([
      [30, 0, 0, 0],
      [0, 100, 0, 0],
    ]);
    expect(await inks(`/Over gs 0 0 0 1 k ${letters("B", "bb")}`)).toEqual([
      [100, 0, 0, 100],
      [100, 0, 0, 100],
    ]);
    expect(await inks(`0 0 0 1 k ${letters("B", "bb")}`)).toEqual([
      [0, 0, 0, 100],
      [0, 0, 0, 100],
    ]);
  });
});

describe("pages", () => {
  test("a separation is the media box, whatever its corner, its turn and its unit", async () => {
    const mark = "1 0 0 0 k 200 300 10 20 re f";
    const bytes = await drawnPdf(
      { content: mark, mediaBox: [200, 300, 250, 400] },
      {
        content: mark,
        mediaBox: [200, 300, 250, 400],
        page: (dict, context) => {
          dict.set(PDFName.of("Rotate"), context.obj(90));
          dict.set(PDFName.of("CropBox"), context.obj([210, 310, 220, 320]));
          dict.set(PDFName.of("UserUnit"), context.obj(2));
        },
      },
    );
    const [plain, turned] = await separationsOf(bytes, { dpi: 144 });
    expect(plain).toMatchObject({ page: 1, dpi: 144, widthPx: 100, heightPx: 200 });
    expect(inksAt(plain, 5, 10)).toEqual([100, 0, 0, 0]);
    expect(inksAt(plain, 15, 10)).toEqual([0, 0, 0, 0]);
    expect(turned).toMatchObject({ page: 2, widthPx: 200, heightPx: 400 });
    expect(inksAt(turned, 10, 20)).toEqual([100, 0, 0, 0]);
    expect(inksAt(turned, 30, 20)).toEqual([0, 0, 0, 0]);
  });

  test("only those that are asked for, in that order", async () => {
    const bytes = await drawnPdf(
      ...[0.2, 0.4, 0.6].map((share) => ({ content: `${share} 0 0 0 k ${SQUARE}` })),
    );
    const pages = await separationsOf(bytes, { pages: [3, 1] });
    expect(pages.map(({ page }) => page)).toEqual([3, 1]);
    expect(pages.map((page) => inksAt(page, 50, 50)[0])).toEqual([60, 20]);
    await expect(separationsOf(bytes, { pages: [4] })).rejects.toMatchObject({
      code: "page-missing",
      message: "there is no page 4: the PDF has 3",
    });
  });

  test("stamps that are made for printing are printed", async () => {
    const bytes = await drawnPdf({
      content: `0 1 0 0 k ${SQUARE}`,
      page: (dict, context) => {
        const N = form(context, `1 0 0 0 k ${SQUARE}`);
        const stamp = { Type: "Annot", Subtype: "Stamp", Rect: [0, 0, 50, 50], F: 4, AP: { N } };
        dict.set(PDFName.of("Annots"), objectOf(context, [stamp]));
      },
    });
    const [page] = await separationsOf(bytes);
    expect(inksAt(page, 25, 25)).toEqual([100, 0, 0, 0]);
    expect(inksAt(page, 75, 75)).toEqual([0, 100, 0, 0]);
  });

  test("a form that stands in itself does no harm", async () => {
    const bytes = await drawnPdf({
      content: "/F Do",
      resources: (context) => {
        const ref = form(context, `1 0 0 0 k ${SQUARE} /F Do /F Do`);
        const itself = context.lookup(ref, PDFStream);
        itself.dict.set(PDFName.of("Resources"), dictOf(context, { XObject: { F: ref } }));
        return { XObject: { F: ref } };
      },
    });
    const [page] = await separationsOf(bytes);
    expect(inksAt(page, 50, 50)).toEqual([100, 0, 0, 0]);
  });

  test("a person can stop it", async () => {
    const bytes = await drawnPdf({ content: SQUARE }, { content: SQUARE });
    const stop = new AbortController();
    const pages = separationsOf(bytes, { signal: stop.signal });
    stop.abort(new Error("stopped"));
    await expect(pages).rejects.toThrow("stopped");
  });

  test("files that cannot be opened are faults", async () => {
    const document = await PDFDocument.load(await drawnPdf({ content: SQUARE }));
    document.encrypt({ userPassword: "", ownerPassword: "owner" });
    await expect(separationsOf(await document.save())).rejects.toMatchObject({
      code: "pdf-encrypted",
    });
    await expect(separationsOf(Buffer.from("<html>"))).rejects.toMatchObject({
      code: "pdf-damaged",
    });
  });
});
