/** Spaces that nobody paints and every reader needs. */
import { describe, expect, test } from "vitest";
import { readingOf } from "../../../../src/accessible/content/read-clusters.ts";
import {
  endPlace,
  spaceAfter,
  spaceCarrier,
  spaceCode,
  withSpaceInLetter,
} from "../../../../src/accessible/content/space-after.ts";
import { apply, type Matrix } from "../../../../src/pdf/geometry/matrix.ts";
import { ContentMachine } from "../../../support/content-machine.ts";
import { codeOf, letterFont, piecesOf, textUnit } from "../../../support/text-units.ts";

const spaced = letterFont({ letters: "ab \u00A0", widths: { " ": 250 } });
const unspaced = letterFont({ letters: "ab" });

describe("the code of the space", () => {
  test("is that of the first space, a no-break space too", () => {
    expect(spaceCode(spaced)).toBe(0x20);
    expect(spaceCode(letterFont({ letters: "a\u00A0" }))).toBe(0xa0);
  });

  test("is missing where the font has none", () => {
    expect(spaceCode(unspaced)).toBeUndefined();
  });
});

describe("a space behind a line", () => {
  test("stands where the last glyph ends, on its line", () => {
    const unit = textUnit("ab", { font: spaced, x: 20, y: 5 });
    expect(spaceAfter(unit, piecesOf(unit), "  ")).toEqual({
      glyphs: [{ code: 0x20, x: 30, y: 5 }],
      texts: ["  "],
      actualText: undefined,
    });
  });

  test("ends where the last glyph begins, from right to left", () => {
    const unit = textUnit("ab", { font: spaced, x: 20, isReversed: true });
    expect(spaceAfter(unit, piecesOf(unit), " ")?.glyphs[0]?.x).toBe(12.5);
  });

  test("cannot be set in a font without one, or behind nothing", () => {
    const unit = textUnit("ab", { font: unspaced });
    expect(spaceAfter(unit, piecesOf(unit), " ")).toBeUndefined();
    expect(spaceAfter(textUnit("", { font: spaced }), [], " ")).toBeUndefined();
  });

  test("may be said with the last letter", () => {
    const pieces = withSpaceInLetter(piecesOf(textUnit("ab")));
    expect(pieces.map(({ texts }) => texts.join(""))).toEqual(["a", "b "]);
    const spoken = [{ glyphs: [], texts: ["x", "y"], actualText: "xy" }];
    expect(readingOf(withSpaceInLetter(spoken))).toBe("xy ");
    expect(withSpaceInLetter([])).toEqual([]);
  });
});

describe("what no font there can say", () => {
  const toPage: Matrix = [2, 0, 0, -2, 10, 100];

  test("is said in the font of a text nearby, at its place on the page", () => {
    const carrier = spaceCarrier(
      [textUnit("ab", { font: unspaced }), textUnit("ab", { font: spaced, size: 8 })],
      () => () => "F1",
    );
    const content = carrier?.say("1. ", { x: 50, y: 40, matrix: toPage }).join("\n") ?? "";
    const [glyph, ...others] = new ContentMachine(spaced).run(content).glyphs;
    expect(others).toEqual([]);
    expect(glyph).toMatchObject({ code: codeOf(" "), font: "F1", size: 8 });
    expect(apply(toPage, glyph?.x ?? 0, glyph?.y ?? 0)).toEqual([50, 40]);
    // It is no second reading of a space that stands elsewhere: the glyph's first.
    expect(spaced.codeFor(0x20, "1. ")).toEqual({ code: 0x20, copy: 0 });
    expect(spaced.codeFor(0x20, " ")?.code).not.toBe(0x20);
  });

  test("ends at its place from right to left", () => {
    const font = letterFont({ letters: " ", widths: { " ": 250 } });
    const carrier = spaceCarrier([textUnit("", { font })], () => () => "F1");
    const content =
      carrier?.say(" ", { x: 50, y: 40, matrix: toPage, isLeft: true }).join("\n") ?? "";
    const [glyph] = new ContentMachine(font).run(content).glyphs;
    expect(glyph?.x).toBe(20 - 2.5);
  });

  test("is not said where no text has a font with a space", () => {
    expect(spaceCarrier([textUnit("ab", { font: unspaced })], () => () => "")).toBeUndefined();
  });
});

describe("a text ends", () => {
  const options = { textMatrix: [1, 0, 0, 1, 3, 4], matrix: [2, 0, 0, 2, 0, 0] } as const;

  test("behind its last glyph", () => {
    expect(endPlace(textUnit("ab", options))).toMatchObject({ x: 26, y: 8, isLeft: false });
  });

  test("on the left of it, from right to left", () => {
    const unit = textUnit("ab", { ...options, isReversed: true });
    expect(endPlace(unit)).toMatchObject({ x: -4, y: 8, isLeft: true });
  });
});
