/** What the dialect does not know is a fault with its line, and is lost in no edition. */
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { readText } from "../../../src/publication/texts/read-text.ts";

async function faultsIn(source: string): Promise<readonly string[]> {
  const { faults } = await readText(source, { file: "a.md", line: 1 }, import.meta.dirname);
  return faults.map(({ line, message }) => `${line ?? 0}: ${message}`);
}

const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, level) => `${"  ".repeat(level)}- ${level}`).join("\n");

describe("a fault", () => {
  test.each([
    ["one\ntwo[^1]", "2: there is no note [^1]"],
    ["one\n\n[^1]: word", "3: nothing calls the note [^1]"],
    ["one[^1]\n\n[^1]: two\n\n[^1]: three", "5: there are two notes [^1]"],
    ["one[^1]\n\n[^1]: - two", "3: the note [^1] has more in it than paragraphs"],
    ["one[^1]\n\n[^1]: two[^2]\n\n[^2]: three", "3: a note stands in a note"],
    ["one^[two^[three]]", "1: a note stands in a note"],
    ["one^[two", "1: this note does not end"],
    ["one\n\n{{< video a.mp4 >}}", "3: this is a shortcode"],
    ["{: .note}", "1: these are attributes"],
    ["## A {.big}", '1: ".big" says nothing of a heading'],
    ["## A {#b #c}", '1: "#c" says nothing of a heading'],
    ["[a]{.big}", '1: ".big" says nothing of words'],
    ["[a]{lang=en title=b}", '1: "title" says nothing of words'],
    ["[a]{lang=en lang=fr}", '1: "lang=fr" says nothing of words'],
    ["one\n[a]{lang=e}", '2: "e" is not a known language'],
    ["[a]{lang=zz}", '1: "zz" is not a known language'],
    ["a {#b}", '1: "{#b}" marks nothing'],
    [nested(60), "50: this stands in 99 other blocks"],
  ])("%j", async (source, expected) => {
    const found = await faultsIn(source);
    expect(found.filter((fault) => fault.startsWith(expected))).toHaveLength(1);
  });
});

describe("no fault", () => {
  test.each([
    "It costs $5 and $6",
    "\\$x\\$, `$x$`",
    "a@example.org and @somebody",
    "[see @somebody](https://example.org/)",
    "[^ ] and x^2^",
    "a: b | c",
    "one [ ] two",
    "[!] one",
    "Prix {voir note}, {a, b}, \\{#a}",
    "```js\n$x$ [^1] {#a}\n```",
    "    [^1]: code",
    nested(45),
  ])("%j", async (source) => {
    expect(await faultsIn(source)).toEqual([]);
  });
});

test.each(["a[^1] @lst-e {#f} [g]{.h}"])("all of %j is kept", (source) => {
  const html = createMarkdown().render(source);
  const text = html.replaceAll(/<[^>]*>/gu, "").replaceAll("&gt;", ">");
  expect(text.replaceAll(/\s+/gu, " ").trim()).toBe(
    source.replaceAll(/^[>-] /gmu, "").replaceAll(/\s+/gu, " "),
  );
});
