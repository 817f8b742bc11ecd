import { PDFContext } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { compositeWidths, simpleWidths } from "../../../../src/pdf/fonts/glyph-widths.ts";

const context = PDFContext.create();

describe("composite fonts", () => {
  test("W lists widths from a first glyph on, and one width for a range", () => {
    const widthOf = compositeWidths(
      context.obj({ DW: 700, W: [3, [500, 250.5], 10, 12, 600, 20, [0]] }),
    );
    expect([2, 3, 4, 5].map(widthOf)).toEqual([700, 500, 250.5, 700]);
    expect([9, 10, 11, 12, 13].map(widthOf)).toEqual([700, 600, 600, 600, 700]);
    expect(widthOf(20)).toBe(0);
  });

  test("widths may be indirect objects", () => {
    const list = context.register(context.obj([321]));
    const all = context.register(context.obj([7, list]));
    expect(compositeWidths(context.obj({ W: all }))(7)).toBe(321);
  });

  test("what W leaves out is as wide as DW says, or 1000", () => {
    expect(compositeWidths(context.obj({ DW: 0 }))(1)).toBe(0);
    expect(compositeWidths(context.obj({}))(1)).toBe(1000);
    expect(compositeWidths(undefined)(1)).toBe(1000);
  });

  test("a range that a file makes up ends where codes end", () => {
    const widthOf = compositeWidths(context.obj({ W: [5, 4_000_000_000, 600] }));
    expect(widthOf(0xffff)).toBe(600);
    expect(widthOf(0x10000)).toBe(1000);
  });

  test("an array that is cut says what it has", () => {
    const widthOf = compositeWidths(context.obj({ W: [3, [500], 9] }));
    expect(widthOf(3)).toBe(500);
  });

  // With a first glyph of -2,000,000,000 the loop runs until a Map is full.
  test("a range does not begin below the first code", () => {
    expect(compositeWidths(context.obj({ DW: 700, W: [-3, 5, 600] }))(-1)).toBe(700);
  });
});

describe("other fonts", () => {
  test("Widths counts from FirstChar", () => {
    const widthOf = simpleWidths(context.obj({ FirstChar: 32, Widths: [250, 333] }));
    expect([31, 32, 33, 34].map(widthOf)).toEqual([0, 250, 333, 0]);
  });

  test("FontMatrix scales the widths of a Type 3 font to thousandths", () => {
    const widthOf = simpleWidths(
      context.obj({
        FirstChar: 0,
        Widths: [1024, 2048],
        FontMatrix: [1 / 2048, 0, 0, 1 / 2048, 0, 0],
      }),
    );
    expect([0, 1].map(widthOf)).toEqual([500, 1000]);
  });

  test("a font without widths has none", () => {
    expect(simpleWidths(context.obj({}))(65)).toBe(0);
  });
});
