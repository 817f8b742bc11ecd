/** Abbreviations, as PHP Markdown Extra has them, and in one place. */
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { showText } from "../../support/show-text.ts";
import { faultsIn } from "../../support/text-faults.ts";
import { fieldTextFaults } from "../../../src/publication/faults/field-text-faults.ts";

const render = (source: string): string => createMarkdown().render(source).replaceAll("\n", "");
const abbr = (short: string, meaning = "x y"): string => `<abbr title="${meaning}">${short}</abbr>`;
const DEFINED = "\n\n*[AB]: x y";

test.each([
  [`AB, AB${DEFINED}`, `<p>${abbr("AB")}, ${abbr("AB")}</p>`],
  [`*[AB]: x y\nAB`, `<p>${abbr("AB")}</p>`],
  [`one\n*[AB]: x y\nAB`, `<p>one</p><p>${abbr("AB")}</p>`],
  [`## AB${DEFINED}`, `<h2>${abbr("AB")}</h2>`],
  [`*AB*s${DEFINED}`, `<p><em>${abbr("AB")}</em>s</p>`],
  [`[AB](#a)${DEFINED}`, `<p><a href="#a">${abbr("AB")}</a></p>`],
  [`AB ABs xAB AB2 ÄAB${DEFINED}`, `<p>${abbr("AB")} ABs xAB AB2 ÄAB</p>`],
  ["- AB\n  *[AB]: x y", `<ul><li>${abbr("AB")}</li></ul>`],
  ["> AB\n> *[AB]: x y", `<blockquote><p>${abbr("AB")}</p></blockquote>`],
  ["AB, AB C\n\n*[AB]: x y\n*[AB C]: z", `<p>${abbr("AB")}, ${abbr("AB C", "z")}</p>`],
  ["z.B. C++\n\n*[z.B.]: x y\n*[C++]: z", `<p>${abbr("z.B.")} ${abbr("C++", "z")}</p>`],
  ['AB\n\n*[AB]: "x" <b>', `<p>${abbr("AB", "&quot;x&quot; &lt;b&gt;")}</p>`],
  ['[AB]{abbr="x y"}, AB\n', `<p>${abbr("AB")}, AB</p>`],
  [`[AB]{abbr="z"}, AB${DEFINED}`, `<p>${abbr("AB", "z")}, ${abbr("AB")}</p>`],
  ["[AB]{abbr=x lang=fr}", '<p><abbr lang="fr" title="x">AB</abbr></p>'],
  [`AB \`AB\`${DEFINED}`, `<p>${abbr("AB")} <code>AB</code></p>`],
  [`AB\n\n    *[AB]: z${DEFINED}`, `<p>${abbr("AB")}</p><pre><code>*[AB]: z</code></pre>`],
  ["*[AB](#a)*", '<p><em><a href="#a">AB</a></em></p>'],
  ["\\*[AB]: x", "<p>*[AB]: x</p>"],
])("%j", async (source, html) => {
  expect(render(source)).toBe(html);
  expect(await faultsIn(source)).toEqual([]);
});

test("a text ends with a list of them, by the alphabet and each once", () => {
  const source = 'ZZ, AB, ZZ, [K]{abbr="k" lang=fr}\n\n*[ZZ]: z\n*[AB]: a';
  expect(showText(source, "list")).toContain(
    '<section class="abbreviations"><h3>Abbreviations</h3><dl><dt>AB</dt><dd>a</dd><dt lang="fr">K</dt><dd lang="fr">k</dd><dt>ZZ</dt><dd>z</dd></dl></section>',
  );
  expect(showText("none", "list")).not.toContain("abbreviations");
});

test("one text does not know those of another", () => {
  const markdown = createMarkdown();
  markdown.render(`AB${DEFINED}`);
  expect(markdown.render("AB")).toBe("<p>AB</p>\n");
});

test("in a field, one place may have one", async () => {
  const at = { file: "a.md", line: 1, field: "title" };
  expect(await fieldTextFaults('The [AB]{abbr="x"}', "inline", at, ".")).toEqual([]);
});

describe("a fault", () => {
  test.each([
    ["one\n\n*[AB]: x", '3: the abbreviation "AB" is not in this text'],
    ["ab\n\n*[AB]: x", '3: the abbreviation "AB" is not in this text'],
    ["AB\n\n*[AB]: x\n*[AB]: y", '4: "AB" stands for two things'],
    ["AB\n\n*[AB]: x\n*[AB]: x", '4: what "AB" stands for is said twice'],
    ["AB\n\n*[AB]:", '3: nothing says what "AB" stands for'],
    ['[AB]{abbr=""}', '1: "abbr=" says nothing'],
    ["[AB]{abbr=x abbr=y}", '1: "abbr=y" says nothing'],
    ["a\n[AB]{abbr=x lang=zz}", '2: "zz" is not a known language'],
  ])("%j", async (source, expected) => {
    expect(await faultsIn(source)).toEqual([expect.stringContaining(expected)]);
  });

  test("is lost in no edition", () => {
    expect(render("one\n\n*[AB]: x")).toContain("*[AB]: x");
  });
});
