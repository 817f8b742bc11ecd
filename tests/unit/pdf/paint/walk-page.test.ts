/** What pages paint, with the state it is painted in: through forms, patterns, masks and letters. */
import { describe, expect, test } from "vitest";
import { inksOf } from "../../../../src/pdf/colour/colour-space.ts";
import type { PaintedPage, PaintedThing } from "../../../../src/pdf/paint/painted.ts";
import { walkPages } from "../../../../src/pdf/paint/walk-page.ts";
import { openPdf } from "../../../../src/pdf/objects/open-pdf.ts";
import { makePressPdf, type PressChange } from "../../../fixtures/pdf/press-pdf.ts";

/** The first page, and what it paints beyond what all pages of the fixture do. */
async function walk(change: PressChange): Promise<PaintedPage & { own: readonly PaintedThing[] }> {
  const common = walkPages(await openPdf(await makePressPdf({ pageCount: 1 })))[0]?.things ?? [];
  const [page] = walkPages(await openPdf(await makePressPdf({ pageCount: 1, ...change })));
  if (page === undefined) throw new Error("no page");
  return { ...page, own: page.things.slice(common.length) };
}

const rounded = (box: readonly number[]): readonly number[] =>
  box.map((length) => Math.round(length * 100) / 100);

const form = { Type: "XObject", Subtype: "Form" };

describe("places", () => {
  test("go through nested matrices and forms, and are cut by clips", async () => {
    const { own } = await walk({
      content: "q 2 0 0 2 100 100 cm /X Do Q\n",
      resources: ({ stream }) => ({
        XObject: {
          X: stream("0 0 5 50 re W n 0 1 -1 0 10 0 cm 0 0 20 4 re f", {
            ...form,
            BBox: [0, 0, 8, 15],
            Matrix: [1, 0, 0, 1, 10, 0],
          }),
        },
      }),
    });
    // A bar of 20 by 4, turned to stand at 6 to 10; the form's box and its clip leave nothing.
    expect(own).toEqual([]);
    const { own: wider } = await walk({
      content: "q 2 0 0 2 100 100 cm /X Do Q\n",
      resources: ({ stream }) => ({
        XObject: {
          X: stream("0 1 -1 0 10 0 cm 0 0 20 4 re f", {
            ...form,
            BBox: [0, 0, 8, 15],
            Matrix: [1, 0, 0, 1, 10, 0],
          }),
        },
      }),
    });
    const [bar] = wider;
    expect(rounded(bar?.boxPt ?? [])).toEqual([132, 100, 136, 130]);
    expect(bar).toMatchObject({ kind: "fill", breadthPt: 8 });
  });

  test("of text follow its matrix, spacing, scale and rise", async () => {
    const { own } = await walk({
      content:
        "BT /F0 10 Tf 50 Tz 2 Tc 5 Ts 1 0 0 1 100 200 Tm (aa) Tj 0 -20 Td [(a) -1000 (a)] TJ ET\n",
    });
    const boxes = own.map(({ boxPt }) => rounded(boxPt));
    // Letters of 6 pt are set 3 pt broad with 1 pt between; 0.75 above and 0.22 below the line.
    expect(boxes).toEqual([
      [100, 202.8, 107, 212.5],
      [100, 182.8, 112, 192.5],
    ]);
    expect(own.map((thing) => (thing.kind === "text" ? thing.text : ""))).toEqual(["aa", "aa"]);
  });

  test("of lines take in their width", async () => {
    const { own } = await walk({ content: "q 0.5 0 0 0.5 0 0 cm 4 w 20 40 m 60 40 l S Q\n" });
    expect(own).toMatchObject([{ kind: "stroke", widthPt: 2 }]);
    expect(own[0]?.boxPt).toEqual([9, 19, 31, 21]);
  });
});

describe("the state", () => {
  test("is kept and given back, and overprint for lines is for shapes where nothing else is said", async () => {
    const { own } = await walk({
      content: "q /Both gs 0 0 0 1 k 9 9 9 9 re f Q /One gs 9 9 9 9 re f\n",
      resources: ({ obj }) => ({
        ExtGState: { Both: obj({ OP: true, OPM: 1 }), One: obj({ OP: true, op: false }) },
      }),
    });
    const paints = own.flatMap((thing) => (thing.kind === "fill" ? [thing.paint] : []));
    expect(paints).toMatchObject([
      { overprints: true, overprintMode: 1 },
      { overprints: false, overprintMode: 1 },
    ]);
  });

  test("knows inks by their names", async () => {
    const { own } = await walk({
      content: "/S cs 0.5 0.25 1 scn 9 9 9 9 re f\n",
      resources: ({ obj }) => ({
        ColorSpace: {
          S: obj(["DeviceN", ["Black", "Or", "None"], "DeviceCMYK", { FunctionType: 2, N: 1 }]),
        },
      }),
    });
    const [thing] = own;
    const inks = thing?.kind === "fill" ? inksOf(thing.paint.colour) : undefined;
    expect(inks).toEqual({ process: [0, 0, 0, 0.5], spots: new Map([["Or", 0.25]]), all: 0 });
  });
});

describe("letters that are drawings", () => {
  const drawn = (glyph: string): PressChange => ({
    content: "BT /T 10 Tf 1 0 0 1 100 200 Tm (a) Tj ET\n",
    resources: ({ obj, stream }) => ({
      Font: {
        T: obj({
          Type: "Font",
          Subtype: "Type3",
          FontBBox: [0, 0, 100, 100],
          FontMatrix: [0.01, 0, 0, 0.01, 0, 0],
          CharProcs: { A: stream(glyph) },
          Encoding: { Differences: [97, "A"] },
          FirstChar: 97,
          LastChar: 97,
          Widths: [100],
        }),
      },
    }),
  });

  test("are walked where they bring colours", async () => {
    const { own } = await walk(drawn("100 0 d0 1 0 0 rg 0 0 50 50 re f"));
    expect(own.map(({ kind }) => kind)).toEqual(["fill", "text"]);
    expect(own[0]?.boxPt).toEqual([100, 200, 105, 205]);
    expect(own[1]).toMatchObject({ paints: [] });
  });

  test("are text where they do not", async () => {
    const { own } = await walk(drawn("100 0 0 0 100 100 d1 0 0 50 50 re f"));
    expect(own).toMatchObject([{ kind: "text", paints: [{ alpha: 1 }] }]);
  });
});

test("what is in masks and patterns is marked so", async () => {
  const { own, transparency } = await walk({
    content: "/M gs /Pattern cs /P scn 100 100 50 50 re f\n",
    resources: ({ obj, stream }) => ({
      ExtGState: {
        M: obj({
          SMask: { S: "Alpha", G: stream("0 0 9 9 re f", { ...form, BBox: [0, 0, 9, 9] }) },
        }),
      },
      Pattern: { P: stream("0 0 5 5 re f", { PatternType: 1, PaintType: 1, BBox: [0, 0, 9, 9] }) },
    }),
  });
  expect(transparency).toBe("a soft mask");
  expect(own.map(({ isInMask, isTile }) => [isInMask, isTile])).toEqual([
    [true, false],
    [false, false],
    [false, true],
  ]);
  expect(own[2]?.boxPt).toEqual([100, 100, 150, 150]);
});

test("forms that multiply come to an end", async () => {
  // Two million operators in 65,000 forms: more than are walked, and not too many for a file.
  const { problems } = await walk({
    content: "/X0 Do\n",
    resources: ({ stream, resources }) => ({
      XObject: Object.fromEntries(
        Array.from({ length: 16 }, (_, index) => [
          `X${index}`,
          stream(index === 15 ? "n ".repeat(60) : `/X${index + 1} Do /X${index + 1} Do n`, {
            ...form,
            BBox: [0, 0, 9, 9],
            Resources: resources,
          }),
        ]),
      ),
    }),
  });
  expect(problems).toEqual(["the page paints more than can be judged"]);
}, 30_000);
