import { expect, test } from "vitest";
import { pageLabelRanges, pageLabels } from "../../../src/accessible/write/page-labels.ts";
import type { PrintedPage } from "../../../src/accessible/printed/printed-pages.ts";

function page(...margins: string[]): PrintedPage {
  const texts = margins.map((text) => ({
    key: undefined,
    isReal: false,
    boxes: [{ text, bounds: [0, 0, 10, 10] as const, spaceAfter: false }],
    linkRef: undefined,
    margin: "footer" as const,
  }));
  return { texts, graphics: [], formulas: [], widthPx: 100, heightPx: 100 };
}

test("pages without printed numbers count on", () => {
  expect(pageLabelRanges([page(), page("A title"), page()])).toEqual([
    { start: 0, style: "D", first: 1 },
  ]);
});

test("roman front matter and a main part that begins anew", () => {
  expect(
    pageLabelRanges([page("i"), page("ii"), page("1"), page("Page 2"), page("– 3 –")]),
  ).toEqual([
    { start: 0, style: "r", first: 1 },
    { start: 2, style: "D", first: 1 },
  ]);
});

test("a cover without a number goes before page one", () => {
  expect(pageLabelRanges([page(), page("1")])).toEqual([
    { start: 0, style: "D", first: 1 },
    { start: 1, style: "D", first: 1 },
  ]);
});

test("pages are called by what is printed on them, and count on where nothing is", () => {
  const pages = [page(), page("i"), page(), page("IV"), page(), page("1"), page("3"), page()];
  expect(pageLabels(pages)).toEqual(["1", "i", "ii", "IV", "V", "1", "3", "4"]);
  expect(pageLabels([])).toEqual([]);
});
