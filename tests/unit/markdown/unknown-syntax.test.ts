/** What the dialect does not know is a fault with its line, and is lost in no edition. */
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { faultsIn } from "../../support/text-faults.ts";

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
    ["one\n\n(@) two", "3: this list is numbered"],
    ["one\n\n#. two", "3: this list is numbered"],
    ["a. one\nb. two", "1: this list is numbered"],
    ["a) one\n\nb) two", "1: this list is numbered"],
    ["1. one\n   i. two\n   ii. three", "1: this list is numbered"],
    ["A.  one\nB.  two", "1: this list is numbered"],
    ["i. one\nii. two", "1: this list is numbered"],
    ["(1) one\n(2) two", "1: this list is numbered"],
    ["one\n\n+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+", "3: this is a table"],
    [" A     B\n---   ---\n 1     2", "2: this is a table"],
    ["one\n\n---   ---\n 1     2\n---   ---", "3: this is a table"],
    ["one\n\n\\newpage", "3: this is a command of TeX"],
    ["one\n\\textbf{two}", "2: this is a command of TeX"],
    ["\\begin{align}\na\n\\end{align}", "1: this is a command of TeX"],
    ["one `<b>`{=html}", "1: this asks that code is taken over"],
    ["one :boat: two", "1: this is the name of a sign"],
    [":+1:", "1: this is the name of a sign"],
    ["one [two][three]", "1: the address of this link"],
    ["![one][two]", "1: the address of this link"],
    ["one\n[two [three](#a) four](#b)", "2: the words before this address are not a link"],
    ["[one](two three)", "1: the words before this address are not a link"],
    ["[one[^1]](#a)\n\n[^1]: two", "1: the words before this address are not a link"],
    ["[[one]{lang=de}](#a)", "1: the words before this address are not a link"],
    ["[one ^[two] three](#a)", '1: something in the text of the link to "#a" is a link itself'],
    ["[see @fig-a](#b)", '1: something in the text of the link to "#b" is a link itself'],
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
    "[a] (b), \\[a\\](b c), f[1]\\](x)",
    "[see @somebody](https://example.org/)",
    "[^ ] and x^2^",
    "a: b | c",
    "one [ ] two",
    "[!] one",
    "Prix {voir note}, {a, b}, \\{#a}",
    "```js\n$x$ [^1] {#a}\n```",
    "    [^1]: code",
    "A. Lincoln came.\nB. Franklin did not",
    "one (a) two\n(b) three",
    "Plan A.\nBoats",
    "one\n\n---\n\ntwo",
    "- - -\n\n--- ---",
    "+ one\n+ two",
    "\\\\newpage, `\\textbf{a}`, $\\text{a}$, C:\\boats",
    "10:30:45, a:b:c, ::a::, \\:boat:",
    "[one][two]\n\n[two]: https://example.org/",
    nested(45),
  ])("%j", async (source) => {
    expect(await faultsIn(source)).toEqual([]);
  });
});

test.each([
  "a[^1] @lst-e {#f} [g]{.h}",
  "a :boat: \\textbf{b} [c][d]",
  "+---+\n| a |\n+---+",
  "a b\n---  ---\n1  2",
  "(@) a\n(@) b",
])("all of %j is kept", (source) => {
  const html = createMarkdown().render(source);
  const text = html.replaceAll(/<[^>]*>/gu, "").replaceAll("&gt;", ">");
  expect(text.replaceAll(/\s+/gu, " ").trim()).toBe(
    source.replaceAll(/^[>-] /gmu, "").replaceAll(/\s+/gu, " "),
  );
});
