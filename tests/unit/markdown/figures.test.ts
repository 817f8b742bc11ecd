/** Pictures with a caption, and what is wrong with some. */
import { describe, expect, test } from "vitest";
import { readText } from "../../../src/publication/texts/read-text.ts";
import { showText } from "../../support/show-text.ts";

test.each([
  ["alone", "![A boat](a.png)", '<p><img src="a.png" alt="A boat"></p>'],
  [
    "with Quarto's name of the alternative",
    '![Boats](a.png){fig-alt="A boat"}',
    '<figure class="figure"><img src="a.png" alt="A boat"><figcaption>Boats</figcaption>',
  ],
  [
    "with an id that is not counted",
    "![A boat](a.png){#boat-here}",
    '<figure class="figure" id="boat-here"><img src="a.png" alt="A boat">',
  ],
  [
    "with a credit alone",
    '![A boat](a.png){credit="A. Name"}',
    '<figure class="figure"><img src="a.png" alt="A boat"><figcaption><span class="credit">A. Name</span></figcaption>',
  ],
  [
    "with markup in a title, which is text",
    '![A boat](a.png "<b>*One*</b>")',
    "<figcaption>&lt;b&gt;*One*&lt;/b&gt;</figcaption>",
  ],
  [
    "with a link in its caption",
    '![By [us](https://example.org/)](a.png){alt="A boat"}',
    '<figcaption>By <a href="https://example.org/">us</a></figcaption>',
  ],
  [
    "in an item of a list",
    '- ![Boats](a.png){alt="A boat"}',
    '<figure class="figure"><img src="a.png" alt="A boat"><figcaption>Boats</figcaption>',
  ],
  [
    "with code and a formula in the alternative",
    "![The `x` axis, $a^2$](a.png)",
    'alt="The x axis, a²"',
  ],
])("a picture %s", (_case, source, expected) => {
  expect(showText(source, "list")).toContain(expected);
});

test("a note in a caption is listed", () => {
  const html = showText('![Boats^[By night.]](a.png){alt="A boat"}', "list");
  expect(html).toContain('<figcaption>Boats<sup class="note-call">');
  expect(html).toContain('<li id="boat-note-1"><p>By night.');
});

describe("a fault", () => {
  test.each([
    ["![Boats](a.png){#fig-b}", "1: a figure with a number has a caption and no alternative"],
    ['![Boats](a.png){alt=""}', "1: an attribute of a figure is empty"],
    ['![](a.png){alt="A boat"}', "1: a figure with an alternative has no caption"],
    ['![Boats](a.png "Title"){alt="A boat"}', "1: a figure has a caption and a title"],
    ['![Boats](a.png){alt="A" fig-alt="B"}', "1: a figure has two alternatives"],
    ["![Boats](a.png){width=50%}", '1: "width" says nothing of a figure'],
    ["![Boats](a.png){.big}", '1: ".big" says nothing of a figure'],
    ["![Boats](a.png){#a #b}", '1: "#b" says nothing of a figure'],
    ['one\n\ntwo ![A](a.png "T")', "3: a picture among words has a title or attributes"],
    ['## A ![B](a.png){alt="C"}', "1: a picture among words has a title or attributes"],
    ["one ![A^[note]](a.png)", "1: the alternative of a picture has a note"],
    ["![A [b]{#c}](a.png)", "1: the alternative of a picture has a note, an id"],
    ["![A @fig-b](a.png)", "1: the alternative of a picture has a note, an id or a reference"],
    ["![A](a.png) {#b}", '1: "{#b}" marks nothing'],
  ])("%j", async (source, expected) => {
    const { faults } = await readText(source, { file: "a.md", line: 1 }, import.meta.dirname);
    const found = faults.map(({ line, message }) => `${line ?? 0}: ${message}`);
    expect(found.filter((fault) => fault.startsWith(expected))).toHaveLength(1);
  });
});
