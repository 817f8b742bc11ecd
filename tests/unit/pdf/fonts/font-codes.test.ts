import { describe, expect, test } from "vitest";
import { FontCodes, type CodeSpace } from "../../../../src/pdf/fonts/font-codes.ts";
import { SILENT } from "../../../../src/pdf/fonts/readable-text.ts";

function withFree(codes: readonly number[], copies?: CodeSpace["copies"]): FontCodes {
  return new FontCodes({ free: () => codes[Symbol.iterator](), copies });
}

describe("one glyph", () => {
  test("keeps its code for its first reading, whenever that comes again", () => {
    const codes = withFree([100, 101]);
    expect(codes.codeFor(7, "’")).toEqual({ code: 7, copy: 0 });
    codes.codeFor(7, "'");
    expect(codes.codeFor(7, "’")).toEqual({ code: 7, copy: 0 });
    expect(codes.kept.get(7)).toBe("’");
  });

  test("gets a code for each further reading, and the same for the same", () => {
    const codes = withFree([100, 101]);
    const shown = ["’", "'", "\u02BC", "'", "\u02BC"].map((text) => codes.codeFor(7, text)?.code);
    expect(shown).toEqual([7, 100, 101, 100, 101]);
    expect([...(codes.added[0] ?? [])]).toEqual([
      [100, { glyph: 7, text: "'" }],
      [101, { glyph: 7, text: "\u02BC" }],
    ]);
  });

  test("has one code for readings that differ in what cannot be read", () => {
    const codes = withFree([]);
    expect(codes.codeFor(7, "\uE001")).toEqual({ code: 7, copy: 0 });
    expect(codes.codeFor(7, "\0")).toEqual({ code: 7, copy: 0 });
    expect(codes.kept.get(7)).toBe(SILENT);
  });
});

test("two glyphs with one reading have two codes", () => {
  const codes = withFree([100, 101]);
  codes.codeFor(1, "a");
  codes.codeFor(2, "b");
  expect(codes.codeFor(1, "x")).not.toEqual(codes.codeFor(2, "x"));
});

test("a glyph and a text are not taken for another pair that looks the same written down", () => {
  const codes = withFree([100, 101]);
  codes.codeFor(1, "a");
  codes.codeFor(12, "a");
  expect(codes.codeFor(1, "2 x")).not.toEqual(codes.codeFor(12, "x"));
});

describe("when the font has no code left", () => {
  test("a font that cannot be copied takes no further reading", () => {
    const codes = withFree([100]);
    codes.codeFor(7, "a");
    expect(codes.codeFor(7, "b")).toEqual({ code: 100, copy: 0 });
    expect(codes.codeFor(7, "c")).toBeUndefined();
    expect(codes.codeFor(7, "b")).toEqual({ code: 100, copy: 0 });
  });

  test("codes go to a copy, and to the next when that is full", () => {
    const codes = withFree([100], { from: 5, end: 7 });
    const shown = ["a", "b", "c", "d", "e", "c"].map((text) => codes.codeFor(7, text));
    expect(shown).toEqual([
      { code: 7, copy: 0 },
      { code: 100, copy: 0 },
      { code: 5, copy: 1 },
      { code: 6, copy: 1 },
      { code: 5, copy: 2 },
      { code: 5, copy: 1 },
    ]);
    expect(codes.added.map((each) => each.size)).toEqual([1, 2, 1]);
  });
});
