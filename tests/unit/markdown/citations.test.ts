/** Citations in Markdown: which words are one, what is said of sources, and what is wrong. */
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { readText, type ReadText } from "../../../src/publication/texts/read-text.ts";
import { fieldTextFaults } from "../../../src/publication/faults/field-text-faults.ts";

const at = { file: "a.md", line: 1 };

async function read(source: string): Promise<ReadText> {
  return readText(source, at, import.meta.dirname);
}

describe("a citation", () => {
  const cite = { prefix: "", suffix: "", withoutAuthor: false };

  test.each([
    ["[@a]", false, [{ ...cite, key: "a" }]],
    ["[-@a]", false, [{ ...cite, key: "a", withoutAuthor: true }]],
    ["-@a", false, [{ ...cite, key: "a", withoutAuthor: true }]],
    ["as @doe_20:b.c says", true, [{ ...cite, key: "doe_20:b.c" }]],
    ["as @a. And", true, [{ ...cite, key: "a" }]],
    ["@{a/b;c} says", true, [{ ...cite, key: "a/b;c" }]],
    ["@a [p. 12]", true, [{ ...cite, key: "a", suffix: "p. 12" }]],
    [
      "@a\n[p. 12; @b]",
      true,
      [
        { ...cite, key: "a", suffix: "p. 12" },
        { ...cite, key: "b" },
      ],
    ],
    [
      "[see @a, pp. 33--35; also -@b, chap. 1\\; and]",
      false,
      [
        { ...cite, key: "a", prefix: "see", suffix: ", pp. 33–35" },
        { key: "b", prefix: "also", suffix: ", chap. 1; and", withoutAuthor: true },
      ],
    ],
  ])("%j", async (source, isInText, cites) => {
    const { citations, faults } = await read(source);
    expect(faults).toEqual([]);
    expect(citations).toEqual([{ number: 0, line: 1, citation: { isInText, cites } }]);
  });

  test("is none where letters come before it, in code, in addresses and after a backslash", async () => {
    const source =
      "a@example.org, `@a`, [@b](https://example.org/@c), \\@d, [\\@e], https://example.org/@f";
    expect((await read(source)).citations).toEqual([]);
    expect((await read(source)).faults).toEqual([]);
  });

  test("leaves references to figures and their like alone", async () => {
    const { citations, faults } = await read("[@fig-boats; @tbl-boats] and @sec-a, @eq-b, @lst-c");
    expect(citations).toEqual([]);
    expect(faults.map(({ message }) => message)).toEqual([
      "this is a reference to code, and code has no numbers here",
    ]);
  });

  test("brackets that begin a link, or name a source, are no place", async () => {
    expect((await read("@a [b](https://example.org/)")).citations).toMatchObject([
      { citation: { cites: [{ key: "a", suffix: "" }] } },
    ]);
    expect((await read("@a [@b]")).citations).toHaveLength(2);
    expect((await read("@a [b]\n\n[b]: https://example.org/")).citations).toMatchObject([
      { citation: { cites: [{ suffix: "" }] } },
    ]);
  });

  test("has its number by the order of reading: a note is read where it is called", async () => {
    const { citations } = await read("@a[^1] and\n@c\n\n[^1]: As @b has it.\n\n- @d");
    expect(citations.map(({ citation, line }) => [citation.cites[0]?.key, line])).toEqual([
      ["a", 1],
      ["b", 4],
      ["c", 2],
      ["d", 6],
    ]);
  });

  test("is an element with its number, until the text is shown", () => {
    expect(createMarkdown().render("@a, [@b]")).toBe(
      '<p><cite-call data-cite="0"></cite-call>, <cite-call data-cite="1"></cite-call></p>\n',
    );
  });
});

describe("a fault", () => {
  test.each([
    ["one\n[@a; see]", '2: "see" in this citation names no source'],
    ["[@a;]", '1: "" in this citation names no source'],
    ["@a [p. 1; see]", '1: "see" in this citation names no source'],
    ["[@a @b]", "1: two sources stand in one part of this citation: @a and @b"],
    ["[*see* @a]", "1: there are marks in the words of this citation"],
    ["[@a, {p. 1}]", "1: there are marks in the words of this citation"],
    ["[see @a <b>]", "1: there are marks in the words of this citation"],
    ["![As @a says](b.png)", "1: a source is cited in the text that stands for a picture"],
  ])("%j", async (source, expected) => {
    const { faults } = await read(source);
    const found = faults.map(({ line, message }) => `${line ?? 0}: ${message}`);
    expect(found.filter((fault) => fault.startsWith(expected))).toHaveLength(1);
  });

  test("is what a citation in a field is", async () => {
    const faults = await fieldTextFaults("As @a says", "inline", { ...at, field: "lead" }, "");
    expect(faults.map(({ message }) => message)).toEqual(["a source is cited in a field"]);
  });
});
