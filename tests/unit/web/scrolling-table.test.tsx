/** Tables of many columns stand in a box that scrolls, in the web edition and nowhere else. */
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { originalPicture } from "../../../src/web/pictures/original-picture.tsx";
import { scrollingTable } from "../../../src/web/text/scrolling-table.tsx";
import { textElements } from "../../../src/web/text/text-elements.ts";

const WIDE = "| a | b | c | d |\n| - | - | - | - |\n| 1 | 2 | 3 | 4 |\n";
const NARROW = "| a | b | c |\n| - | - | - |\n| 1 | 2 | 3 |\n";

function show(source: string, lang = "en"): string {
  const elements = textElements(createMarkdown().render(source), {
    picture: originalPicture,
    table: (table) => scrollingTable({ ...table, lang }),
  });
  return renderToString(<>{elements}</>).replaceAll("\n", "");
}

test.each([
  [
    "named by the caption of a table with an id",
    `${WIDE}\n: By *year* {#tbl-a}`,
    '<div class="table-box" role="region" tabindex="0" aria-labelledby="tbl-a-caption"><table id="tbl-a"><caption id="tbl-a-caption">By <em>year</em></caption>',
  ],
  [
    "named by the text of a caption",
    `${WIDE}\n: By *year*`,
    '<div class="table-box" role="region" tabindex="0" aria-label="By year"><table><caption>By <em>year</em></caption>',
  ],
  [
    "no landmark without a caption",
    WIDE,
    '<div class="table-box" role="group" tabindex="0" aria-label="Table"><table><thead>',
  ],
  [
    "of numbers that are never divided",
    `${NARROW}\n: {.financial}`,
    '<div class="table-box" role="group" tabindex="0" aria-label="Table"><table class="financial">',
  ],
  [
    "of joined columns",
    "| a | b | < | < |\n| - | - | - | - |\n| 1 | 2 | 3 | 4 |",
    '<div class="table-box" role="group" tabindex="0" aria-label="Table"><table><colgroup>',
  ],
])("a box, %s", (_, source, expected) => {
  expect(show(source).startsWith(expected)).toBe(true);
});

test("in the language of the text", () => {
  expect(show(WIDE, "fr-CA")).toContain('aria-label="Tableau"');
});

test("a table of few columns has no box", () => {
  expect(show(NARROW)).not.toContain("table-box");
});

test("a page in print has none", () => {
  const elements = textElements(createMarkdown().render(WIDE), { picture: originalPicture });
  expect(renderToString(<>{elements}</>)).not.toContain("table-box");
});
