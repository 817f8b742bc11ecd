import { describe, expect, test } from "vitest";
import type { LaidBlock, LaidLine, LaidPage } from "../../../../src/check/layout/laid-page.ts";
import { judgeLayout } from "../../../../src/check/layout/rules.ts";

const line = (top: number, changes: Partial<LaidLine> = {}): LaidLine => ({
  left: 100,
  right: 400,
  top,
  bottom: top + 20,
  block: 0,
  text: `line at ${top}`,
  sizePt: 11,
  isHeading: false,
  isDivided: false,
  picture: undefined,
  ...changes,
});
const block = (changes: Partial<LaidBlock> = {}): LaidBlock => ({
  left: 100,
  right: 500,
  top: 0,
  bottom: 900,
  isContinued: false,
  goesOn: false,
  ...changes,
});
const page = (number: number, changes: Partial<LaidPage> = {}): LaidPage => ({
  number,
  trim: { left: 0, top: 0, right: 600, bottom: 1000 },
  area: { left: 50, top: 100, right: 550, bottom: 900 },
  startsPart: number === 1,
  lines: [line(100), line(120), line(860)],
  blocks: [block()],
  pictures: [],
  paintedTo: 880,
  marginTexts: [{ text: "3", sizePt: 9 }],
  ...changes,
});
const rulesOf = (...pages: readonly LaidPage[]): readonly string[] =>
  judgeLayout(pages, { smallestTextPt: 9 }).map(({ rule }) => rule);

describe("layout", () => {
  test("finds nothing on sound pages", () => {
    expect(rulesOf(page(1), page(2))).toEqual([]);
  });

  test("an empty foot, but not on the last page of a part", () => {
    const short = page(1, { paintedTo: 600 });
    expect(rulesOf(short, page(2))).toEqual(["empty-foot"]);
    expect(rulesOf(short, page(2, { startsPart: true }))).toEqual([]);
    expect(rulesOf(short)).toEqual([]);
    expect(rulesOf(page(1, { paintedTo: 640 }), page(2))).toEqual([]);
  });

  test("a heading at a foot", () => {
    const heading = page(1, { lines: [line(100), line(860, { isHeading: true })] });
    expect(rulesOf(heading, page(2))).toEqual(["heading-at-foot"]);
    expect(rulesOf(heading)).toEqual([]);
  });

  test("a widow and an orphan, but no paragraph of one line", () => {
    const lines = [line(100)];
    expect(rulesOf(page(1, { lines, blocks: [block({ isContinued: true })] }))).toEqual(["widow"]);
    expect(rulesOf(page(1, { lines, blocks: [block({ goesOn: true })] }))).toEqual(["orphan"]);
    expect(rulesOf(page(1, { lines }))).toEqual([]);
  });

  test("four hyphens in a row, not three, and none across paragraphs", () => {
    const divided = (count: number, blocks = 1): readonly LaidLine[] =>
      Array.from({ length: count }, (_, index) =>
        line(100 + index * 20, { isDivided: true, block: index % blocks }),
      );
    expect(rulesOf(page(1, { lines: divided(4) }))).toEqual(["hyphen-run"]);
    expect(rulesOf(page(1, { lines: divided(3) }))).toEqual([]);
    expect(rulesOf(page(1, { lines: divided(4, 2), blocks: [block(), block()] }))).toEqual([]);
  });

  test("a line beyond its box, and one that the page's edge cuts", () => {
    expect(rulesOf(page(1, { lines: [line(100, { right: 520 })] }))).toEqual(["line-overflow"]);
    expect(rulesOf(page(1, { lines: [line(100, { right: 640 })] }))).toEqual(["clipped"]);
    expect(rulesOf(page(1, { lines: [line(100, { right: 500.5 })] }))).toEqual([]);
  });

  test("words on words, and words on a picture, but not a picture's own words", () => {
    const blocks = [block(), block()];
    const lines = [line(100), line(105, { block: 1 })];
    expect(rulesOf(page(1, { lines, blocks }))).toEqual(["overlap"]);
    const pictures = [{ left: 90, top: 90, right: 300, bottom: 300 }];
    expect(rulesOf(page(1, { lines: [line(100)], pictures }))).toEqual(["overlap"]);
    expect(rulesOf(page(1, { lines: [line(100, { picture: 0 })], pictures }))).toEqual([]);
  });

  test("text that is too small, in running headers as well", () => {
    expect(rulesOf(page(1, { lines: [line(100, { sizePt: 8.8 })] }))).toEqual(["small-text"]);
    expect(rulesOf(page(1, { marginTexts: [{ text: "3", sizePt: 8 }] }))).toEqual(["small-text"]);
  });
});
