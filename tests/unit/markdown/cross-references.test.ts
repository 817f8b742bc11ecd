/** References as authors write them, and what is no reference. */
import { describe, expect, test } from "vitest";
import { readText } from "../../../src/publication/texts/read-text.ts";
import { showText } from "../../support/show-text.ts";

const FIGURE = '\n\n![Boats](a.png){#fig-a.b alt="A boat"}\n\n![Boats](b.png){#fig-b alt="A boat"}';

const firstParagraph = (source: string, placement: "foot" | "list" = "list"): string =>
  (showText(`${source}${FIGURE}`, placement).split("</p>")[0] ?? "")
    .replace("<p>", "")
    .replaceAll("&nbsp;", "~");

const link = (text: string, id = "fig-b"): string =>
  `<a class="reference" href="#${id}">${text}</a>`;

test.each([
  ["@fig-b", link("Figure~2")],
  ["(@fig-b).", `(${link("Figure~2")}).`],
  ["@fig-a.b. Then", `${link("Figure~1", "fig-a.b")}. Then`],
  ["[@fig-b]", link("Figure~2")],
  ["[-@fig-b]", link("2")],
  ["[Fig. @fig-b]", link("Fig.~2")],
  ["[see @fig-a.b; @fig-b]", `${link("see~1", "fig-a.b")}, ${link("Figure~2")}`],
  ["**@fig-b**", `<strong>${link("Figure~2")}</strong>`],
  ["\\@fig-b", "@fig-b"],
  ["`@fig-b`", '<code translate="no">@fig-b</code>'],
  ["a@fig-b.org", "a@fig-b.org"],
])("%s", (source, expected) => {
  expect(firstParagraph(source)).toBe(expected);
});

test("a page is named where there are pages", () => {
  expect(firstParagraph("@fig-b{.page}", "foot")).toBe(
    '<a class="reference" href="#fig-b" data-before-page=", page~" data-after-page="">Figure~2</a>',
  );
  expect(firstParagraph("@fig-b{.page}")).toBe(link("Figure~2"));
});

test("a title has no notes, links and ids where it is referred to", () => {
  const html = showText("See @sec-a.\n\n## The [*old*]{#b} [quay](#b)^[A note.] {#sec-a}", "list");
  expect(html.split("</p>")[0]).toBe(
    '<p>See <a class="reference" href="#sec-a">“The <span><em>old</em></span> quay”</a>.',
  );
});

describe("a fault", () => {
  test.each([
    ["one\n@fig-b{.pages}", '2: "{.pages}" says nothing of a reference'],
    ["one\n\n## As @fig-b {#sec-a}", "3: a heading that others refer to has a reference"],
    ["## Of [@key] {#sec-a}", "1: a heading that others refer to has a reference or a citation"],
    ["see @lst-code", "1: this is a reference to code"],
  ])("%j", async (source, expected) => {
    const { faults } = await readText(source, { file: "a.md", line: 1 }, import.meta.dirname);
    const found = faults.map(({ line, message }) => `${line ?? 0}: ${message}`);
    expect(found.filter((fault) => fault.startsWith(expected))).toHaveLength(1);
  });
});
