/** Comments are in no edition; tags are faults, and lost in none. */
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { fieldTextFaults } from "../../../src/publication/faults/field-text-faults.ts";
import { faultsIn } from "../../support/text-faults.ts";

describe("a comment", () => {
  test.each([
    ["one <!-- two --> three", "<p>one  three</p>\n"],
    ["one<!--two-->", "<p>one</p>\n"],
    ["<!-- one -->\n\ntwo", "<p>two</p>\n"],
    ["<!-- one\n\ntwo -->\nthree", "<p>three</p>\n"],
    ["one\n<!-- two -->\nthree", "<p>one</p>\n<p>three</p>\n"],
    [
      "- one\n\n  <!-- two\n\n  three -->\n- four",
      "<ul>\n<li>\n<p>one</p>\n</li>\n<li>\n<p>four</p>\n</li>\n</ul>\n",
    ],
    ["<!-- # <b> -- [^1] {#a} --> one", "<p> one</p>\n"],
    ["`<!-- one -->`", "<p><code>&lt;!-- one --&gt;</code></p>\n"],
    ["\\<!-- one -->", "<p>&lt;!-- one --&gt;</p>\n"],
  ])("%j", async (source, html) => {
    expect(await faultsIn(source)).toEqual([]);
    expect(createMarkdown().render(source)).toBe(html);
  });

  test("takes lines, which are counted", async () => {
    const source = "one <!-- two\nthree --> four\n:boat:";
    expect(await faultsIn(source)).toEqual([expect.stringMatching(/^3: this is the name/u)]);
  });

  test("is found after one that does not end", async () => {
    const source = "> <!-- one\n<!-- two -->\n\nthree";
    expect(await faultsIn(source)).toEqual([
      expect.stringMatching(/^1: this comment does not end/u),
    ]);
    expect(createMarkdown().render(source)).not.toContain("two");
  });

  test.each(["> <!-- one\n", "<!-- one\n", "- <!-- one\n"])(
    "without an end is read once, not once a line: %j",
    (line) => {
      const shown = createMarkdown().render(line.repeat(20_000));
      expect(shown.match(/one/gu)).toHaveLength(20_000);
    },
  );

  test.each(["one <!-- two", "<!-- one\n\ntwo", "> <!-- one\n\n-->"])(
    "without an end, %j, is a fault, and its words are kept",
    async (source) => {
      expect(await faultsIn(source)).toEqual([
        expect.stringMatching(/^1: this comment does not end/u),
      ]);
      expect(createMarkdown().render(source)).toContain("one");
    },
  );
});

describe("a tag", () => {
  test.each([
    ["one\n<b>two</b>", ['2: the tag "b" is HTML']],
    ["one<br>two<BR />", ['1: the tag "br" is HTML', '1: the tag "BR" is HTML']],
    ['<img src="a.png" onerror=alert(1)>', ['1: the tag "img" is HTML']],
    ["<details open>\n\none\n\n</details>", ['1: the tag "details" is HTML']],
    ["one</div>", ['1: the tag "div" is HTML']],
    ["Array<string>", ['1: the tag "string" is HTML']],
  ])("%j", async (source, expected) => {
    expect(await faultsIn(source)).toEqual(
      expected.map((each): unknown => expect.stringContaining(each)),
    );
    const shown = createMarkdown().render(source);
    expect(shown).not.toMatch(/<(?!\/?p>)/u);
    for (const tag of source.match(/<\/?[a-z]+/giu) ?? []) {
      expect(shown).toContain(tag.replace("<", "&lt;"));
    }
  });

  test.each([
    "<https://example.org/>",
    "<a@example.org>",
    "a < b, c > d, <3, <-, 1<2",
    "`<b>`",
    "\\<b>",
    "    <b>",
    "```html\n<b>\n```",
  ])("is not seen in %j", async (source) => {
    expect(await faultsIn(source)).toEqual([]);
  });

  test.each(["inline", "blocks"] as const)("is a fault in a field of %s too", async (markup) => {
    const at = { file: "a.md", line: 10, field: "title" };
    const faults = await fieldTextFaults("The <b>quay</b>", markup, at, import.meta.dirname);
    expect(faults).toMatchObject([
      {
        file: "a.md",
        line: 10,
        field: "title",
        message: expect.stringMatching(/"b" is HTML/u) as unknown,
      },
    ]);
    const none = await fieldTextFaults("The \\<b> <!-- old -->", markup, at, import.meta.dirname);
    expect(none).toEqual([]);
  });
});
