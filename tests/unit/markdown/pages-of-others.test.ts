/**
 * Pages as they are written for Quarto and for GitHub: what the dialect knows comes out right, and what
 * it does not know is a fault with its line, and kept.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, test } from "vitest";
import { readText } from "../../../src/publication/texts/read-text.ts";
import { faultsIn } from "../../support/text-faults.ts";
import { showText } from "../../support/show-text.ts";

const DIRECTORY = path.join(import.meta.dirname, "../../fixtures/pages");

const PICTURES = path.join(import.meta.dirname, "../../fixtures/projects/almanac/content");

const page = (name: string): string => readFileSync(path.join(DIRECTORY, `${name}.md`), "utf8");

/** What is read of it as words: neither code nor formulas. */
function wordsOf(node: DefaultTreeAdapterTypes.Node): string {
  if (["code", "math"].includes(node.nodeName)) return "";
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(wordsOf).join("") : "";
}

describe.each(["list", "foot"] as const)("notes %s", (placement) => {
  test.each(["quarto", "github"])("%s: nothing is a fault, and no syntax is left", async (name) => {
    expect(await faultsIn(page(name), PICTURES)).toEqual([]);
    const words = wordsOf(parseFragment(showText(page(name), placement)));
    expect(words).not.toMatch(/[{}@|\\^~`[\]]|::|--|<|\$[^56]/u);
  });
});

describe("github-html, where a publication allows HTML", () => {
  const shown = showText(page("github-html"), "list", "boat", undefined, true);

  test("nothing is a fault", async () => {
    const at = { file: "a.md", line: 1 };
    const { faults } = await readText(page("github-html"), at, PICTURES, { allowsHtml: true });
    expect(faults).toEqual([]);
  });

  test.each([
    "<kbd>Ctrl</kbd> + <kbd>C</kbd>, twice<br>",
    "H<sub>2</sub>O and x<sup>2</sup>.",
    "<details>\n<summary>Show the <b>steps</b></summary>\n<ol>",
    '<td rowspan="2">Heron</td>',
    '<a href="https://example.org/?a=1&amp;b=2">the site</a>',
  ])("it has %s", (html) => {
    expect(shown).toContain(html);
  });

  test("each tag is a fault where it does not", async () => {
    const found = await faultsIn(page("github-html"), PICTURES);
    const tags = found.map((message) => /the tag "(\w+)"/u.exec(message)?.[1]);
    expect(tags).toContain("kbd");
    expect(tags).toContain("details");
  });
});

describe("what comes out", () => {
  test.each([
    ["quarto", /<aside class="alert alert-note"[^>]*>.*Before you go/u],
    ["quarto", /<aside class="alert alert-warning"[^>]*>.*The tide<\/p>/u],
    ["quarto", /<aside class="aside"/u],
    ["quarto", /<a [^>]*href="#fig-boat"[^>]*>Figure&nbsp;1<\/a>/u],
    ["quarto", /<a [^>]*href="#tbl-loans"[^>]*>Table&nbsp;1<\/a>/u],
    ["quarto", /<a [^>]*href="#eq-energy"[^>]*>Equation&nbsp;1<\/a>/u],
    ["quarto", /<img src="images\/boat.jpg" alt="A red boat\.">/u],
    ["quarto", /<caption>.*Loans by <em>library<\/em>/u],
    ["quarto", /<dt>Ebb<\/dt>/u],
    ["quarto", /<div class="line-block">/u],
    ["quarto", /tide\.py/u],
    ["quarto", /10<sup>3<\/sup> litres a second – or/u],
    ["github", /<aside class="alert alert-note"/u],
    ["github", /<aside class="alert alert-caution"/u],
    ["github", /<a href="https:\/\/example.org" title="The site">the site<\/a>/u],
    ["github", /<code[^>]*>a \| b<\/code>/u],
    ["github", /<s>either<\/s>/u],
    ["github", /costs \$5 and \$6/u],
    ["github", /<div class="equation"><math display="block"><msqrt>/u],
    ["github", /Two lines<br>/u],
    ["github", /Tom &amp; Jerry © 2020, \*not\* a_b_c/u],
  ])("%s: %s", (name, expected) => {
    expect(showText(page(name), "list")).toMatch(expected);
  });
});

describe("what the dialect does not know", () => {
  test.each(["quarto-unknown", "github-unknown"])("%s", async (name) => {
    const found = await faultsIn(page(name), PICTURES);
    await expect(`${found.join("\n")}\n`).toMatchFileSnapshot(
      path.join(DIRECTORY, `${name}.faults.txt`),
    );
  });
});
