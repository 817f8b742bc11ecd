import { describe, expect, test } from "vitest";
import { creepShiftPt, layOutCells, placeInCell } from "../../../src/press/impose/geometry.ts";
import { drawMarks, type MarkKind } from "../../../src/press/impose/marks.ts";
import { chooseSheet } from "../../../src/press/impose/choose-sheet.ts";
import {
  POINTS_PER_MM,
  sheetNamed,
  turnedLike,
  type SizePt,
} from "../../../src/press/impose/sheet-sizes.ts";

const mm = (widthMm: number, heightMm: number): SizePt => ({
  widthPt: widthMm * POINTS_PER_MM,
  heightPt: heightMm * POINTS_PER_MM,
});
const A5 = mm(148, 210);
const A4 = mm(210, 297);
const SPREAD = { columns: 2, rows: 1 };

const chosen = (page: SizePt, wishes = {}, grid = SPREAD): string => {
  const { sheet } = chooseSheet([page], grid, wishes);
  return `${sheet.name} ${sheet.widthPt > sheet.heightPt ? "landscape" : "portrait"}`;
};

describe("the sheet", () => {
  test.each([
    ["A5", A5, SPREAD, "A4 landscape"],
    ["A5, whole points", { widthPt: 420, heightPt: 595 }, SPREAD, "A4 landscape"],
    ["A4", A4, SPREAD, "A3 landscape"],
    ["A4, four", A4, { columns: 2, rows: 2 }, "A2 portrait"],
    ["a square", mm(140, 140), SPREAD, "A4 landscape"],
    ["half a letter", mm(139.7, 215.9), SPREAD, "letter landscape"],
    ["letter", mm(215.9, 279.4), SPREAD, "tabloid landscape"],
  ])("of %s is the next larger of its family", (_, page, grid, expected) => {
    expect(chosen(page, {}, grid)).toBe(expected);
  });

  test("is what the person asks for, turned so that the pages fit", () => {
    expect(chosen(A5, { sheet: "a3" })).toBe("A3 landscape");
    expect(chosen(A5, { sheet: "320x450" })).toBe("320 × 450 mm landscape");
    expect(chosen(mm(297, 210), { sheet: "A3" }, { columns: 1, rows: 2 })).toBe("A3 portrait");
    expect(chosen(mm(215.9, 279.4), { sheet: "ledger" })).toBe("tabloid landscape");
  });

  test.each([
    [
      "pages-too-large",
      A4,
      { sheet: "A4" },
      "do not fit on A4: side by side they need 420 × 297 mm",
    ],
    ["no-sheet-large-enough", mm(900, 900), {}, "no common sheet takes pages of 900 × 900 mm"],
    ["sheet-unknown", A5, { sheet: "A99" }, '"A99" is no sheet'],
    ["sheet-unknown", A5, { sheet: "0x0" }, '"0x0" is no sheet'],
  ])("is refused: %s", (code, page, wishes, message) => {
    expect(() => chosen(page, wishes)).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringContaining(message) as string,
        hint: expect.stringMatching(/./) as string,
      }),
    );
  });

  test("is not chosen for pages of different sizes, unless they are to fit", () => {
    expect(() => chooseSheet([A5, A5, A4], SPREAD, {})).toThrow(
      expect.objectContaining({
        code: "pages-of-different-sizes",
        message: "pages differ in size: page 1 is 148 × 210 mm, page 3 is 210 × 297 mm",
      }),
    );
    expect(chooseSheet([A5, A4], SPREAD, { scale: "fit" }).sheet.name).toBe("A3");
  });
});

describe("places on it", () => {
  const a4 = turnedLike(sheetNamed("A4"), { widthPt: 2, heightPt: 1 });
  const a3 = turnedLike(sheetNamed("A3"), { widthPt: 2, heightPt: 1 });

  test("meet at the fold, in the middle of the sheet", () => {
    const { cells } = layOutCells(a4, SPREAD, A5);
    expect(cells[0]?.[2]).toBeCloseTo(a4.widthPt / 2);
    expect(cells[1]?.[0]).toBeCloseTo(a4.widthPt / 2);
  });

  test("hold each page in their middle", () => {
    const [, , , , x, y] = placeInCell({ widthPt: 50, heightPt: 100 }, [100, 0, 200, 100], {
      scale: 0.5,
      shiftPt: 0,
    });
    expect([x, y]).toEqual([137.5, 25]);
  });

  test("of inner sheets move towards the fold by the paper that lies around them", () => {
    expect([0, 1].map((cell) => creepShiftPt(cell, 0, 0.3))).toEqual([0, 0]);
    expect([0, 1].map((cell) => creepShiftPt(cell, 4, 0.25))).toEqual([1, -1]);
  });

  const all = new Set<MarkKind>(["cut", "fold", "staple"]);

  test("leave no room for marks on a sheet that they fill", () => {
    expect(drawMarks(layOutCells(a4, SPREAD, A5), all)).toEqual([]);
  });

  test("have marks around them on a larger sheet, none of them on a page or at its edge", () => {
    const geometry = layOutCells(a3, SPREAD, A5);
    const marks = drawMarks(geometry, all);
    // Two at the fold, two beside each staple, two at each corner.
    expect(marks).toHaveLength(2 + 4 + 8);
    const [left, bottom, right, top] = geometry.block;
    const onPages = marks
      .flatMap(({ from, to }) => [from, to])
      .filter(([x, y]) => x > left - 1 && x < right + 1 && y > bottom - 1 && y < top + 1);
    expect(onPages).toEqual([]);
    const atFold = marks.filter(({ dashed }) => dashed);
    expect(atFold.map(({ from }) => from[0])).toEqual([a3.widthPt / 2, a3.widthPt / 2]);
  });
});
