/** Fenced blocks as Pandoc has them: where they begin and end, and what stands in their braces. */
import { describe, expect, it } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { readBlockAttributes } from "../../../src/markdown/blocks/block-attributes.ts";
import { blockOf, type FencedBlock } from "../../../src/markdown/blocks/fenced-block.ts";

const markdown = createMarkdown();
const blocksIn = (source: string): readonly FencedBlock[] =>
  markdown.parse(source, {}).flatMap((token) => blockOf(token) ?? []);
/** The HTML without the blocks' own data. */
const render = (source: string): string =>
  markdown.render(source).replaceAll(/ data-block="[^"]*"/gu, "");

describe("a fenced block", () => {
  it("has the text between its lines of colons, as Markdown", () => {
    expect(render("Before.\n::: {.box}\nA *text*.\n\n- one\n:::\n\nAfter.")).toBe(
      "<p>Before.</p>\n<fenced-block>\n<p>A <em>text</em>.</p>\n<ul>\n<li>one</li>\n</ul>\n</fenced-block>\n<p>After.</p>\n",
    );
  });

  it.each([
    ["of more colons", ":::: {.box}\n::: {.note}\nIn.\n:::\nOut.\n::::"],
    ["of as many", "::: {.box}\n::: {.note}\nIn.\n:::\nOut.\n:::"],
  ])("may stand in one %s", (_, source) => {
    expect(blocksIn(source).map(({ name, isOpen }) => [name, isOpen])).toEqual([
      ["box", false],
      ["note", false],
    ]);
    expect(render(source)).toBe(
      "<fenced-block>\n<fenced-block>\n<p>In.</p>\n</fenced-block>\n<p>Out.</p>\n</fenced-block>\n",
    );
  });

  it("does not end in code, and does not begin there", () => {
    const [block, ...others] = blocksIn("::: box\n```\n:::\n::: {.other}\n```\nText.\n:::");
    expect(block?.source).toBe("```\n:::\n::: {.other}\n```\nText.");
    expect(others).toEqual([]);
    expect(blocksIn("    ::: {.box}\n    :::")).toEqual([]);
  });

  it("may stand in a list and in a quotation", () => {
    expect(blocksIn("- one\n\n  ::: {.box}\n  In the list.\n  :::\n- two")[0]?.source).toBe(
      "In the list.",
    );
    expect(blocksIn("> ::: {.box}\n> Quoted.\n> :::")).toHaveLength(1);
  });

  it("is known to be open where no line ends it", () => {
    expect(blocksIn("::: {.box}\nText.").map(({ isOpen }) => isOpen)).toEqual([true]);
  });

  it("has fields in YAML at its head, and its text below", () => {
    const [block] = blocksIn(
      '::: chart\n---\ntitle: "A: b"\nvalues: [1, 2]\n---\n\nText.\n\n---\n:::',
    );
    expect(block).toMatchObject({
      name: "chart",
      yaml: 'title: "A: b"\nvalues: [1, 2]',
      yamlOffset: 2,
      source: "Text.\n\n---",
    });
  });

  it("is no block without a word after the colons", () => {
    expect(render(":::\n\nText.")).toBe("<p>:::</p>\n<p>Text.</p>\n");
  });

  it("keeps what authors write out of the attributes of its element", () => {
    expect(markdown.render('::: {.box title="\\"><script>"}\nText.\n:::')).not.toContain(
      "<script>",
    );
  });
});

describe("what stands in the braces", () => {
  it.each([
    ["{.box}", { name: "box" }],
    ["box", { name: "box" }],
    [
      '{.box #b title="A \\"note\\"" n=2}',
      {
        name: "box",
        id: "b",
        fields: [
          ["title", 'A "note"'],
          ["n", "2"],
        ],
      },
    ],
    ["{#b .box}", { name: "box", id: "b" }],
    ["{title=x}", { fields: [["title", "x"]] }],
    ["{.box .other}", { name: "box", unread: [".other"] }],
    ["{.box title}", { name: "box", unread: ["title"] }],
    ["a box", { unread: ["a box"] }],
    ['{.box title="open}', { name: "box", unread: ['title="open'] }],
  ])("%s", (info, expected) => {
    expect(readBlockAttributes(info)).toEqual({
      ...{ name: undefined, id: undefined, fields: [], unread: [] },
      ...expected,
    });
  });
});
