import { describe, expect, test } from "vitest";
import {
  cutAndStack,
  mirrorColumns,
  nUp,
  pageRange,
  saddleStitch,
  withBlanks,
} from "../../../src/press/impose/arrange.ts";

const sidesOf = (sheets: ReturnType<typeof nUp>): unknown =>
  sheets.map(({ front, back }) => [front, back]);

describe("a booklet", () => {
  test("of 8 pages has its covers on the outer sheet", () => {
    expect(saddleStitch(pageRange(8))).toEqual([
      { front: [7, 0], back: [1, 6], depth: 0 },
      { front: [5, 2], back: [3, 4], depth: 1 },
    ]);
  });

  test("in sections counts sheets anew in each", () => {
    const sheets = saddleStitch(pageRange(12), 8);
    expect(sheets.map(({ depth }) => depth)).toEqual([0, 1, 0]);
    expect(sheets[2]).toMatchObject({ front: [11, 8], back: [9, 10] });
  });

  test.each([0, 1, 6, 9])("of %i pages cannot be folded", (pageCount) => {
    expect(() => saddleStitch(pageRange(pageCount))).toThrow(
      expect.objectContaining({
        code: "pages-cannot-be-folded",
        message: `${pageCount} page${pageCount === 1 ? "" : "s"} cannot be folded: a folded sheet has 4`,
        hint: expect.stringContaining("--blanks") as string,
      }),
    );
  });

  test.each([0, 6, 2.5])("cannot be folded in sections of %d pages", (pages) => {
    expect(() => saddleStitch(pageRange(8), pages)).toThrow(
      expect.objectContaining({ code: "section-cannot-be-folded" }),
    );
  });

  test("has its blank pages before the back cover, and none if it needs none", () => {
    expect(withBlanks(4)).toEqual([0, 1, 2, 3]);
    expect(withBlanks(6)).toEqual([0, 1, 2, 3, 4, undefined, undefined, 5]);
    expect(withBlanks(2)).toEqual([0, undefined, undefined, 1]);
    expect(withBlanks(1)).toEqual([0, undefined, undefined, undefined]);
  });

  test("read from right to left has its columns exchanged", () => {
    const grid = { columns: 2, rows: 1 };
    expect(sidesOf(mirrorColumns(saddleStitch(pageRange(4)), grid))).toEqual([
      [
        [0, 3],
        [2, 1],
      ],
    ]);
  });
});

describe("other layouts", () => {
  test("pages side by side fill the last side with blank ones", () => {
    expect(sidesOf(nUp(5, { columns: 2, rows: 1 }))).toEqual([
      [
        [0, 1],
        [2, 3],
      ],
      [[4, undefined], undefined],
    ]);
  });

  test("a pile to be cut has the backs of its leaves mirrored", () => {
    expect(sidesOf(cutAndStack(8, { columns: 2, rows: 1 }))).toEqual([
      [
        [0, 4],
        [5, 1],
      ],
      [
        [2, 6],
        [7, 3],
      ],
    ]);
  });
});
