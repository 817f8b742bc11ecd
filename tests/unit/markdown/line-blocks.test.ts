/** Blocks of lines, as Pandoc has them. */
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { faultsIn } from "../../support/text-faults.ts";

const SPACE = "\u00A0";
const render = (source: string): string => createMarkdown().render(source).replaceAll("\n", "");
const block = (...stanzas: readonly string[]): string =>
  `<div class="line-block">${stanzas.map((stanza) => `<p>${stanza}</p>`).join("")}</div>`;

test.each([
  ["| a\n| *b*", block("a<br><em>b</em>")],
  ["|  a\n|    b", block(`${SPACE}a<br>${SPACE.repeat(3)}b`)],
  ["| a\n  b\n| c", block("a b<br>c")],
  ["| a\n|\n| b", block("a", "b")],
  ["|\n| a\n| ", block("a")],
  ["one\n| a", `<p>one</p>${block("a")}`],
  ["| a\none", `${block("a")}<p>one</p>`],
  ["- x\n\n  | a\n  | b", `<ul><li><p>x</p>${block("a<br>b")}</li></ul>`],
  ["> | a\n> | b", `<blockquote>${block("a<br>b")}</blockquote>`],
  ["| a < b>", block("a &lt; b&gt;")],
  ["|", "<p>|</p>"],
  ["|x| is a length", "<p>|x| is a length</p>"],
  ["    | a", "<pre><code>| a</code></pre>"],
])("%j", async (source, html) => {
  expect(render(source)).toBe(html);
  expect(await faultsIn(source)).toEqual([]);
});

test("a table is one, with bars at the ends of its lines", async () => {
  const table = "| a | b |\n| - | - |\n| c | d |";
  expect(render(table)).toMatch(/^<table>.*<td>d<\/td>.*<\/table>$/u);
  expect(await faultsIn(table)).toEqual([]);
});

describe("a fault", () => {
  test.each([
    [
      "one\n\n| a | b |\n| c | d |",
      "3: these are lines of verse, and look like the rows of a table",
    ],
    ["| a\n|b", "2: there is no space after the bar"],
    ["| a\n| b {#c}", '2: "{#c}" marks nothing'],
  ])("%j", async (source, expected) => {
    expect(await faultsIn(source)).toEqual([expect.stringContaining(expected)]);
  });

  test("is lost in no edition", () => {
    expect(render("| a\n|b")).toBe(block("a<br>b"));
  });
});
