import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { Chart } from "../../../../src/themes/voices/blocks/key-figure/chart.tsx";
import type { ChartData } from "../../../../src/themes/voices/blocks/key-figure/chart-data.ts";
import { voicesWords } from "../../../../src/themes/voices/words/words.ts";

const data: ChartData = {
  title: "Capacity",
  unit: "Gbps",
  spokenUnit: "gigabits per second",
  start: { label: "Before", value: 1234.5 },
  changes: [
    { label: "Link", value: 0.0004 },
    { label: "Link", value: -200 },
  ],
  end: "After",
};

const render = (lang: string): string =>
  renderToString(<Chart chart={data} id="c" lang={lang} words={voicesWords(lang)} />);

test("says the whole of it in a sentence", () => {
  expect(render("en")).toContain(
    'aria-label="Chart. Capacity, in gigabits per second: 1,234.5 (Before), +0.0004 (Link), −200 (Link), 1,034.5004 (After) in all."',
  );
});

test("has the same numbers in the drawing and in the table, in the language's own form", () => {
  const html = render("de");
  for (const number of ["1.234,5", "0,0004", "1.034,5004"]) {
    const inDrawing = new RegExp(`\\u2002\\+?${number}<`, "u");
    const inTable = new RegExp(`<td>\\+?${number}</td>`, "u");
    expect(html).toMatch(inDrawing);
    expect(html).toMatch(inTable);
  }
});

test("has a row for each step, though two have the same name", () => {
  expect(render("en").match(/<th scope="row">/gu)).toHaveLength(4);
});

test("begins at the right where the language is written from there, with its digits", () => {
  const [fromLeft, fromRight] = [render("en"), render("ar")];
  const places = (html: string): readonly string[] =>
    [...html.matchAll(/<text class="chart-label" x="([^"]*)"/gu)].map(([, x = ""]) => x);
  expect(places(fromLeft)).toEqual(["0%", "0%", "0%", "0%"]);
  expect(places(fromRight)).toEqual(["100%", "100%", "100%", "100%"]);
  // The first bar is the longest: it reaches from edge to edge but for what was added to it.
  expect(/<rect[^>]* x="0%"/u.test(fromLeft)).toBe(true);
  expect(/<rect[^>]* x="0%"/u.test(fromRight.split("<rect")[1] ?? "")).toBe(false);
  expect(fromRight).toContain("1,234.5");
});
