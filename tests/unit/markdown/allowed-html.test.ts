/** HTML in texts of a publication that allows it: what comes through, and what is a fault. */
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { faultOf } from "../../../src/markdown/fault-token.ts";
import { parseMarkup } from "../../../src/publication/texts/text-tokens.ts";
import { readText } from "../../../src/publication/texts/read-text.ts";

const render = (source: string): string =>
  createMarkdown({ allowsHtml: true }).render(source).replaceAll("\n", "");

async function faultsOf(source: string): Promise<readonly string[]> {
  const { faults } = await readText(source, { file: "a.md", line: 1 }, "/nowhere", {
    allowsHtml: true,
  });
  return faults.map(({ line, message }) => `${line ?? 0}: ${message}`);
}

describe("comes through", () => {
  test.each([
    ["Press <kbd>Ctrl</kbd>+<KBD>C</KBD>.", "<p>Press <kbd>Ctrl</kbd>+<kbd>C</kbd>.</p>"],
    ["H<sub>2</sub>O<br>and *<u>more</u>*", "<p>H<sub>2</sub>O<br>and <em><u>more</u></em></p>"],
    ['<span lang="de" id="boat">Boot</span>', '<p><span lang="de" id="boat">Boot</span></p>'],
    ['<a href="https://example.org/?a&amp;b">x</a>', 'href="https://example.org/?a&amp;b"'],
    ['<abbr title="&quot;A&quot; &amp; B">AB</abbr>', '<abbr title="&quot;A&quot; &amp; B">'],
    [
      "<details>\n<summary>More *words*</summary>\n\nA **text**.\n\n- one\n\n</details>",
      "<details><summary>More <em>words</em></summary><p>A <strong>text</strong>.</p><ul><li>one</li></ul></details>",
    ],
    [
      '<table>\n<tr><th scope="col">A</th><th>B</th></tr>\n<tr><td colspan=2>1 & 2</td></tr>\n</table>',
      '<table><tr><th scope="col">A</th><th>B</th></tr><tr><td colspan="2">1 &amp; 2</td></tr></table>',
    ],
    ["Words.\n<hr>\nMore.", "<p>Words.</p><hr>More."],
    ["- <div>\n\n  in an item\n\n  </div>", "<ul><li><div><p>in an item</p></div></li></ul>"],
    ["<div><!-- not this -->that</div>", "<div>that</div>"],
    ["`<kbd>` and \\<kbd>", "<p><code>&lt;kbd&gt;</code> and &lt;kbd&gt;</p>"],
    ["1 < 2 and a <- b", "<p>1 &lt; 2 and a &lt;- b</p>"],
  ])("%j", async (source, html) => {
    expect(render(source)).toContain(html);
    expect(await faultsOf(source)).toEqual([]);
  });
});

const refused = (name: string): string => `the element "${name}" has no place in a text`;
const attribute = (name: string, element: string): string =>
  `"${name}" is no attribute that "${element}" may have in a text`;

describe("is a fault", () => {
  test.each([
    ["<script>alert(1)</script>", [refused("script")]],
    ["Words\n\n<iframe src=x></iframe>", [refused("iframe")]],
    ["<style>p{}</style>", [refused("style")]],
    ["a <img src=x onerror=alert(1)> b", [refused("img")]],
    ["<svg onload=alert(1)></svg>", [refused("svg")]],
    ["<form><input></form>", [refused("form"), refused("input")]],
    ["<h2>Title</h2>", [refused("h2")]],
    ['<meta http-equiv="refresh" content="0">', [refused("meta")]],
    ["<base href=//evil.example>", [refused("base")]],
    ["<template>x</template>", [refused("template")]],
    ["<math><mi>x</mi></math>", ["math", "mi"].map(refused)],
  ])("%j: an element that is not allowed", async (source, messages) => {
    expect((await faultsOf(source)).map((each) => each.replace(/^\d+: /u, ""))).toEqual(messages);
    expect(render(source)).not.toMatch(/<(?!\/?p>)[a-z]/u);
  });

  test.each([
    ["<kbd onclick=alert(1)>x</kbd>", attribute("onclick", "kbd")],
    ["<div style='color:red'>\n\nx\n\n</div>", attribute("style", "div")],
    ["<p align=center>x</p>", attribute("align", "p")],
    ["<b class=note>x</b>", attribute("class", "b")],
    ["<a target=_blank href=#x>x</a>", attribute("target", "a")],
    ["<b ONCLICK=x>y</b>", attribute("onclick", "b")],
    ["<a href='javascript:alert(1)'>x</a>", '"javascript:alert(1)" is not a link'],
    ["<a href='java&#10;script:alert(1)'>x</a>", "is not a link"],
    ["<a href='data:text/html,x'>x</a>", "is not a link"],
    ["<a href='//evil.example'>x</a>", "is not a link"],
  ])("%j: an attribute, or an address", async (source, message) => {
    const found = await faultsOf(source);
    expect(found.join("\n")).toContain(
      message.startsWith('"java') || message === "is not a link" ? "1: " : message,
    );
    expect(found).not.toEqual([]);
    expect(render(source)).not.toMatch(/<[^>]*(?:onclick|style|javascript|data:|evil)/iu);
  });

  test.each([
    ["one\n\n<kbd>two", '3: the element "kbd" is not closed where it has to be'],
    ["one</kbd>", "1: nothing is open that “</kbd>” could close"],
    ["*a <b>b* c</b>", '1: the element "b" is not closed where it has to be'],
    ["<b><i>x</b></i>", '1: the element "i" is not closed where it has to be'],
    ["<div>\n\nwords", '1: the element "div" is not closed where it has to be'],
    ["- <div>\n\nwords\n\n</div>", '1: the element "div" is not closed where it has to be'],
    ["words\n\n</div>", "3: nothing is open that “</div>” could close"],
    ["<tr><td>x</td></tr>", '1: the element "tr" cannot stand here'],
    ["<table>\n\nwords\n\n</table>", '3: the element "p" cannot stand here'],
    ["<ul>words</ul>", '1: the element "text" cannot stand here'],
    ["<p>\n\nwords\n\n</p>", '3: the element "p" cannot stand here'],
    ["a <div>b</div>", '1: the element "div" cannot stand here'],
    ["<div lang=xx-klingon-no>\n\nx\n\n</div>", '1: "xx-klingon-no" is not a known language'],
    ["<a href=#x>[y](#x)</a>", '1: something in the text of the link to "#x" is a link itself'],
    ["[<a href=#x>y</a>](#x)", '1: something in the text of the link to "#x" is a link itself'],
  ])(
    "%j: a tag without its other one, in the wrong place, or a link in a link",
    async (source, message) => {
      expect(await faultsOf(source)).toEqual([message]);
    },
  );
});

test("fields have none, whatever a publication allows", () => {
  expect(createMarkdown().renderInline("a <b>c</b>")).toBe("a &lt;b&gt;c&lt;/b&gt;");
  const types = parseMarkup("a <b>c</b>", "inline").flatMap(({ children }) => children ?? []);
  expect(types.some((token) => faultOf(token) !== undefined)).toBe(true);
});

describe("limits", () => {
  test("elements within each other are counted, and a deep text is read to its end", async () => {
    const found = await faultsOf("<b>".repeat(20_000) + "x" + "</b>".repeat(20_000));
    expect(found[0]).toBe('1: the element "b" is nested too deeply');
    expect(await faultsOf("<b>".repeat(90) + "x" + "</b>".repeat(90))).toEqual([]);
  });

  test("a long block has its lines", async () => {
    const rows = "<tr><td>x</td></tr>\n".repeat(5_000);
    const found = await faultsOf(`<table>\n${rows}<tr><td><video></td></tr>\n</table>`);
    expect(found).toEqual(['5002: the element "video" has no place in a text']);
  });
});
