import { describe, expect, test } from "vitest";
import { findClipped, findOverlaps } from "../../../../src/judges/layout/collisions.ts";
import { findHyphenRuns, findOverflowingLines } from "../../../../src/judges/layout/lines.ts";
import type { Edges, Picture } from "../../../../src/judges/layout/page-layout.ts";
import { findSmallText } from "../../../../src/judges/layout/small-text.ts";
import { page, paragraph, sheet } from "./made-pages.ts";

const picture = (box: Edges, overrides: Partial<Picture> = {}): Picture => ({
  box,
  clip: sheet,
  isWrapped: false,
  isDecoration: false,
  isInFlow: true,
  order: 99,
  element: "img",
  ...overrides,
});

describe("hyphens in a row", () => {
  const divided = (count: number, block = "1") =>
    paragraph(block, Array<string>(count).fill("syl‐"), { endsInLayoutHyphen: true });

  test("three may be, four may not, over pages as well", () => {
    expect(findHyphenRuns([page(1, { lines: divided(3) })])).toEqual([]);
    const over = [page(1, { lines: divided(2) }), page(2, { lines: divided(2) })];
    expect(findHyphenRuns(over).map(({ where }) => where)).toEqual(["page 1 · p “syl‐”"]);
  });

  test("a line without one parts them, and so does a block", () => {
    const parted = [...divided(3), ...paragraph("1", ["whole"]), ...divided(3)];
    expect(findHyphenRuns([page(1, { lines: parted })])).toEqual([]);
    expect(findHyphenRuns([page(1, { lines: [...divided(2), ...divided(2, "2")] })])).toEqual([]);
  });
});

describe("a line beyond its box", () => {
  const within = (right: number, bottom = 400) =>
    page(1, {
      lines: paragraph("1", ["words"], { frame: { left: 100, top: 100, right, bottom } }),
    });

  test.each([
    ["half a pixel", within(199.5), 0],
    ["more", within(199.4), 1],
    ["the lower part of its box", within(300, 112), 0],
    ["the middle of its box", within(300, 108), 1],
    ["nobody knows", page(1, { lines: paragraph("1", ["words"], { frame: undefined }) }), 0],
  ])("%s", (_what, laid, count) => {
    expect(findOverflowingLines([laid])).toHaveLength(count);
  });
});

describe("what is cut off", () => {
  test.each([
    ["the room above its letters", { ...sheet, top: 102.5 }, 0],
    ["its letters", { ...sheet, top: 105 }, 1],
  ])("text without %s", (_what, clip, count) => {
    expect(findClipped([page(1, { lines: paragraph("1", ["words"], { clip }) })])).toHaveLength(
      count,
    );
  });

  test("text in the bleed is cut with it, a picture there is meant to be", () => {
    const bled = { left: -10, top: -10, right: 410, bottom: 510 };
    const beyond = { left: -30, top: -30, right: 430, bottom: 200 };
    const laid = page(1, {
      sheet: bled,
      lines: paragraph("1", ["words"], { clip: bled }, 490),
      pictures: [picture(beyond, { clip: bled })],
    });
    expect(findClipped([laid]).map(({ where }) => where)).toEqual(["page 1 · p “words”"]);
    expect(findClipped([page(1, { pictures: [picture(beyond)] })])).toHaveLength(1);
  });
});

describe("what lies on something else", () => {
  const two = (top: number, overrides = {}) =>
    page(1, {
      lines: [...paragraph("1", ["one"]), ...paragraph("2", ["two"], overrides, top)],
    });

  test.each([
    ["lines at their distance", two(120), 0],
    ["boxes that overlap, but not letters", two(114), 0],
    ["letters", two(108), 1],
    ["the annotation of a line", two(108, { kind: "annotation", block: "1" }), 0],
    ["the annotation of another", two(108, { kind: "annotation" }), 1],
  ])("%s", (_what, laid, count) => {
    expect(findOverlaps([laid])).toHaveLength(count);
  });

  const lines = paragraph("1", ["words"]);
  test.each([
    ["a picture under the whole of it", picture({ left: 90, top: 90, right: 210, bottom: 130 }), 0],
    ["the edge of a picture", picture({ left: 150, top: 90, right: 210, bottom: 130 }), 1],
    // Two of its 14 pixels: two lines may come so near, a picture cuts the descenders off.
    [
      "a picture that touches its feet",
      picture({ left: 90, top: 115, right: 210, bottom: 200 }),
      1,
    ],
    [
      "a picture along whose shape it runs",
      picture({ left: 150, top: 90, right: 210, bottom: 130 }, { isWrapped: true }),
      0,
    ],
  ])("text and %s", (_what, ground, count) => {
    expect(findOverlaps([page(1, { lines, pictures: [ground] })])).toHaveLength(count);
  });

  test("pictures, unless one is an ornament", () => {
    const one = picture({ left: 0, top: 0, right: 50, bottom: 50 });
    const other = { left: 40, top: 40, right: 90, bottom: 90 };
    const told = (decoration: boolean) =>
      findOverlaps([page(1, { pictures: [one, picture(other, { isDecoration: decoration })] })]);
    expect(told(false)).toHaveLength(1);
    expect(told(true)).toEqual([]);
  });
});

test("text is small below the edition's size, generated text as well", () => {
  const box = { left: 0, top: 0, right: 9, bottom: 9 };
  const laid = page(1, {
    lines: paragraph("1", ["words"], { fontSizePt: 8.96 }),
    generated: [
      {
        text: "7",
        boxes: [box],
        clip: sheet,
        fontSizePt: 8.9,
        element: "@bottom-right div::after",
      },
    ],
  });
  expect(findSmallText([laid], 9).map(({ where }) => where)).toEqual([
    "page 1 · @bottom-right div::after “7”",
  ]);
});
