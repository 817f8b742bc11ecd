import { describe, expect, test } from "vitest";
import {
  findEmptyFeet,
  findLoneLines,
  findStrandedHeadings,
} from "../../../../src/judges/layout/page-breaks.ts";
import { page, paragraph } from "./made-pages.ts";

const rulesOf = (findings: readonly { readonly rule: string; readonly where: string }[]) =>
  findings.map(({ rule, where }) => `${rule} @ ${where}`);

describe("an empty foot", () => {
  test.each([
    [0.33, "a page that goes on", {}, []],
    [0.34, "a page that goes on", {}, ["empty-foot @ page 1"]],
    [0.9, "the last page of a part", { startsPart: true }, []],
  ])("%d of %s", (empty, _what, next, expected) => {
    const pages = [page(1, { contentBottom: 100 + 300 * (1 - empty) }), page(2, next)];
    expect(rulesOf(findEmptyFeet(pages))).toEqual(expected);
  });

  test("counts over a page left blank, and not on the last page", () => {
    const blank = page(2, { isBlank: true, contentBottom: 100 });
    const pages = [page(1), blank, page(3, { startsPart: true, contentBottom: 110 })];
    expect(findEmptyFeet(pages)).toEqual([]);
  });
});

describe("a heading at the foot", () => {
  const ends = { lines: paragraph("1", ["Heading"], { opens: "h2", order: 9 }) };

  test("is told with what it opens", () => {
    expect(rulesOf(findStrandedHeadings([page(1, ends), page(2)]))).toEqual([
      "heading-at-foot @ page 1 · h2 “Heading”",
    ]);
  });

  test.each([
    ["at the end of a part", [page(1, ends), page(2, { startsPart: true })]],
    ["on the last page", [page(1, ends)]],
    [
      "above a picture",
      [
        page(1, {
          ...ends,
          pictures: [
            {
              box: { left: 0, top: 0, right: 1, bottom: 1 },
              clip: { left: 0, top: 0, right: 1, bottom: 1 },
              isWrapped: false,
              isDecoration: false,
              isInFlow: true,
              order: 10,
              element: "img",
            },
          ],
        }),
        page(2),
      ],
    ],
  ])("is right %s", (_where, pages) => {
    expect(findStrandedHeadings(pages)).toEqual([]);
  });
});

describe("lone lines", () => {
  const split = (first: number, last: number, overrides = {}) => [
    page(1, { lines: paragraph("7", Array<string>(first).fill("before"), overrides) }),
    page(2, { lines: paragraph("7", Array<string>(last).fill("after"), overrides) }),
  ];

  test.each([
    [2, 2, []],
    [1, 2, ["orphan @ page 1 · p “before”"]],
    [2, 1, ["widow @ page 2 · p “after”"]],
    [1, 1, ["orphan @ page 1 · p “before”", "widow @ page 2 · p “after”"]],
  ])("%d and %d", (first, last, expected) => {
    expect(rulesOf(findLoneLines(split(first, last)))).toEqual(expected);
  });

  test("a line on a page between two is neither", () => {
    const lines = (count: number) => paragraph("7", Array<string>(count).fill("words"));
    const pages = [1, 2, 3].map((number) => page(number, { lines: lines(number === 2 ? 1 : 2) }));
    expect(findLoneLines(pages)).toEqual([]);
  });

  test("cells, and what repeats out of the flow, have none", () => {
    expect(findLoneLines(split(1, 1, { isRunning: false }))).toEqual([]);
    expect(findLoneLines(split(1, 1, { isInFlow: false }))).toEqual([]);
  });
});
