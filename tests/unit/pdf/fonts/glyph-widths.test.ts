import { describe, expect, test } from "vitest";
import { glyphWidths, type WidthOf } from "../../../../src/pdf/fonts/glyph-widths.ts";
import type { PdfValue } from "../../../../src/pdf/objects/types.ts";
import { newObjects } from "../../../support/content.ts";

const objects = newObjects();

function compositeWidths(descendant: Record<string, PdfValue> | undefined): WidthOf {
  const descendants = descendant === undefined ? [] : [descendant];
  return glyphWidths(objects, objects.make({ Subtype: "Type0", DescendantFonts: descendants }));
}

function simpleWidths(font: Record<string, PdfValue>): WidthOf {
  return glyphWidths(objects, objects.make(font));
}

describe("composite fonts", () => {
  test("W lists widths from a first glyph on, and one width for a range", () => {
    const widthOf = compositeWidths({ DW: 700, W: [3, [500, 250.5], 10, 12, 600, 20, [0]] });
    expect([2, 3, 4, 5].map(widthOf)).toEqual([700, 500, 250.5, 700]);
    expect([9, 10, 11, 12, 13].map(widthOf)).toEqual([700, 600, 600, 600, 700]);
    expect(widthOf(20)).toBe(0);
  });

  test("widths may be indirect objects", () => {
    const list = objects.add([321]);
    const all = objects.add([7, list]);
    expect(compositeWidths({ W: all })(7)).toBe(321);
  });

  test("what W leaves out is as wide as DW says, or 1000", () => {
    expect(compositeWidths({ DW: 0 })(1)).toBe(0);
    expect(compositeWidths({})(1)).toBe(1000);
    expect(compositeWidths(undefined)(1)).toBe(1000);
  });

  test("a range that a file makes up ends where codes end", () => {
    const widthOf = compositeWidths({ W: [5, 4_000_000_000, 600] });
    expect(widthOf(0xffff)).toBe(600);
    expect(widthOf(0x10000)).toBe(1000);
  });

  test("an array that is cut says what it has", () => {
    const widthOf = compositeWidths({ W: [3, [500], 9] });
    expect(widthOf(3)).toBe(500);
  });

  // With a first glyph of -2,000,000,000 the loop runs until a Map is full.
  test("a range does not begin below the first code", () => {
    expect(compositeWidths({ DW: 700, W: [-3, 5, 600] })(-1)).toBe(700);
  });
});

describe("other fonts", () => {
  test("Widths counts from FirstChar", () => {
    const widthOf = simpleWidths({ FirstChar: 32, Widths: [250, 333] });
    expect([31, 32, 33, 34].map(widthOf)).toEqual([0, 250, 333, 0]);
  });

  test("FontMatrix scales the widths of a Type 3 font to thousandths", () => {
    const widthOf = simpleWidths({
      FirstChar: 0,
      Widths: [1024, 2048],
      FontMatrix: [1 / 2048, 0, 0, 1 / 2048, 0, 0],
    });
    expect([0, 1].map(widthOf)).toEqual([500, 1000]);
  });

  test("MissingWidth is for codes that Widths leaves out", () => {
    const widthOf = simpleWidths({ Widths: [250], FontDescriptor: { MissingWidth: 400 } });
    expect([0, 1].map(widthOf)).toEqual([250, 400]);
  });

  test("a font without widths is one that readers know; half of its size is a guess", () => {
    expect(simpleWidths({})(65)).toBe(500);
  });
});
