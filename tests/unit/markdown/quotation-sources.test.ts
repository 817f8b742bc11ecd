/** A quotation whose last line is a dash and a source is a figure; speech with dashes is none. */
import { describe, expect, test } from "vitest";
import { readText } from "../../../src/publication/texts/read-text.ts";
import { showText } from "../../support/show-text.ts";

const quoted = (words: string, source: string): string =>
  `<figure class="attributed"><blockquote>${words}</blockquote><figcaption>${source}</figcaption></figure>`;

/** Without the lines between elements. */
function shown(source: string): string {
  return showText(source, "list")
    .replaceAll(/(?<=>)\s+(?=<)/gu, "")
    .trim();
}

describe("a quotation has a source", () => {
  test.each([
    ["> one\n> -- Ana, *Work*", "<p>one</p>", "Ana, <em>Work</em>"],
    ["> one\n>\n> — Ana", "<p>one</p>", "Ana"],
    ["> one\n> --- Ana,\n> the *Work*", "<p>one</p>", "Ana,\nthe <em>Work</em>"],
    ["> - one\n>\n> – Ana", "<ul><li>one</li></ul>", "Ana"],
  ])("%j", (source, words, name) => {
    expect(shown(source)).toBe(quoted(words, name));
  });

  test("within another", () => {
    expect(shown("> > one\n> > -- Ana")).toBe(
      `<blockquote>${quoted("<p>one</p>", "Ana")}</blockquote>`,
    );
  });
});

describe("a quotation has none", () => {
  test.each([
    "> one\n> two -- three",
    "> -- Ana",
    "> — One?\n> — Two.",
    "> — One?\n>\n> — Two.",
    "> one\n> --Ana",
    "> one\n> &mdash; Two",
    "> one\n\n-- Ana",
    "> one\n>\n> > two\n> > three\n>\n> - -- four",
  ])("%j", (source) => {
    expect(showText(source, "list")).not.toContain("<figure");
  });
});

test("what is wrong in a source has its line", async () => {
  const { faults } = await readText(
    "a\n\n> one\n>\n> two\n> -- Ana {#x}",
    { file: "a.md", line: 1 },
    import.meta.dirname,
  );
  expect(faults.map(({ line }) => line)).toEqual([6]);
});
