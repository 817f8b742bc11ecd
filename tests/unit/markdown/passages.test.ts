/** Passages for some editions, and breaks of pages: what each edition shows, and what is a fault. */
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import type { Format } from "../../../src/markdown/blocks/passages.ts";
import { readText } from "../../../src/publication/texts/read-text.ts";
import { textElements } from "../../../src/web/text/text-elements.ts";
import { showText } from "../../support/show-text.ts";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { fieldTextFaults } from "../../../src/publication/faults/field-text-faults.ts";

const EDITIONS: Readonly<Record<string, readonly Format[]>> = {
  web: ["html"],
  pdf: ["pdf"],
  press: ["pdf", "print"],
};

function shown(source: string, formats: readonly Format[] = []): string {
  const picture = (): ReturnType<typeof h> => h("img", {});
  const elements = textElements(createMarkdown().render(source), { picture, formats });
  return renderToString(h("x-text", {}, elements))
    .replaceAll(/<\/?x-text>|(?<=>)\s+(?=<)/gu, "")
    .trim();
}

const at = { file: "a.md", line: 1 };

async function faultsIn(source: string): Promise<readonly string[]> {
  const { faults } = await readText(source, at, import.meta.dirname);
  return faults.map(({ line, message, hint }) => `${line ?? 0}: ${message}; ${hint}`);
}

const passage = (attributes: string, text = "one"): string => `::: {${attributes}}\n${text}\n:::`;

describe("a passage", () => {
  test.each([
    [".content-visible when-format=html", ["web"]],
    ['.content-visible when-format="pdf"', ["pdf", "press"]],
    [".content-visible when-format=print", ["press"]],
    [".content-visible unless-format=html", ["pdf", "press"]],
    [".content-hidden when-format=html", ["pdf", "press"]],
    [".content-hidden when-format=print", ["web", "pdf"]],
    [".content-hidden unless-format=pdf", ["pdf", "press"]],
  ])("{%s} is in %j", async (attributes, expected) => {
    for (const source of [passage(attributes), `a [one]{${attributes}}`]) {
      expect(await faultsIn(source)).toEqual([]);
      const has = Object.keys(EDITIONS).filter((name) =>
        shown(source, EDITIONS[name]).includes("one"),
      );
      expect(has).toEqual(expected);
    }
  });

  test("leaves no element of its own, and nothing empty", () => {
    const web = ".content-visible when-format=html";
    expect(shown(passage(web), ["html"])).toBe("<p>one</p>");
    expect(shown(passage(web), ["pdf"])).toBe("");
    expect(shown(`[one]{${web}}`, ["pdf"])).toBe("");
    expect(shown(`- [one]{${web}}\n- two`, ["pdf"])).toBe("<ul><li>two</li></ul>");
    expect(shown(`::: aside\n${passage(web)}\n:::\n\ntwo`, ["pdf"])).toBe("<p>two</p>");
  });

  test("may stand in another", () => {
    const inner = passage(".content-hidden when-format=print", "two");
    const source = `:::${passage(".content-visible when-format=pdf", `one\n\n${inner}`)}:::`;
    expect(shown(source, EDITIONS.web)).toBe("");
    expect(shown(source, EDITIONS.pdf)).toBe("<p>one</p><p>two</p>");
    expect(shown(source, EDITIONS.press)).toBe("<p>one</p>");
  });

  test("takes its notes along, and the others are numbered without them", () => {
    const source = `a[^1]\n\n${passage(".content-visible when-format=pdf", "b[^2]^[own]")}\n\nc[^2][^3]

[^1]: first

[^2]: second

[^3]: third`;
    const web = showText(source, "list");
    expect(web).not.toContain("own");
    expect([...web.matchAll(/id="boat-note-(\d)"><p>(\w+)/gu)].map(([, n, t]) => [n, t])).toEqual([
      ["1", "first"],
      ["2", "second"],
      ["3", "third"],
    ]);
    expect(web).not.toContain("call-2");
    const notes = [...showText(source, "foot").matchAll(/class="note"[^>]*>(\w+)/gu)];
    expect(notes.map(([, text]) => text)).toEqual(["first", "second", "own", "third"]);
  });

  test("may have the heading of its edition", async () => {
    const one = passage(".content-visible when-format=html", "## A");
    expect(await faultsIn(`${one}\n\n### B`)).toEqual([
      expect.stringContaining("5: a heading of level 3 follows the title"),
    ]);
    const other = passage(".content-visible when-format=pdf", "## A");
    expect(await faultsIn(`${one}\n\n${other}\n\n### B`)).toEqual([]);
  });
});

describe("a fault", () => {
  test.each([
    [
      ".content-visible when-format=htm",
      'no edition is of the format "htm"; did you mean `when-format="html"`?',
    ],
    [".content-visible when-format=epub", 'no edition is of the format "epub"; html is the web'],
    [".content-hidden", "a passage for some editions has no condition"],
    [".content-visible when-format=html unless-format=pdf", "has several conditions"],
    [".content-visible when-profile=a", '"when-profile" says nothing of a passage'],
    ["#a .content-visible when-format=html", '"#a" says nothing of a passage'],
    [".content-visible .b when-format=html", '".b" says nothing of a passage'],
  ])("{%s}", async (attributes, expected) => {
    expect(await faultsIn(`a\n\n${passage(attributes)}`)).toEqual([expect.stringMatching(/^3: /u)]);
    for (const source of [passage(attributes), `[one]{${attributes}}`]) {
      expect(await faultsIn(source)).toEqual([expect.stringContaining(expected)]);
      expect(shown(source)).toContain("one");
    }
  });

  test("is a passage that no edition has", async () => {
    const inner = passage(".content-visible when-format=html");
    expect(
      await faultsIn(`::::: {.content-visible when-format=pdf}\na\n\n${inner}\n:::::`),
    ).toEqual([expect.stringContaining("4: this passage is shown in no edition")]);
  });

  test("is one in a field, and fields in one", async () => {
    const source = "a [b]{.content-visible when-format=html}";
    const faults = await fieldTextFaults(
      source,
      "inline",
      { ...at, field: "title" },
      import.meta.dirname,
    );
    expect(faults).toMatchObject([{ message: "a passage for some editions stands in a field" }]);
    expect(
      await faultsIn(passage(".content-visible when-format=html", "---\na: b\n---\none")),
    ).toEqual([expect.stringContaining("begins with fields")]);
  });
});

describe("a break of pages", () => {
  test("is before what follows, where there are pages", () => {
    const source = "one\n\n{{< pagebreak >}}\n\ntwo";
    expect(shown(source, ["html"])).toBe("<p>one</p><p>two</p>");
    expect(shown(source, ["pdf"])).toBe('<p>one</p><div class="page-break"></div><p>two</p>');
  });

  test("may be for some editions", async () => {
    const inPrint = passage(".content-visible when-format=print", "{{<pagebreak>}}");
    const source = `one\n\n${inPrint}\n\ntwo`;
    expect(await faultsIn(source)).toEqual([]);
    expect(shown(source, EDITIONS.pdf)).toBe("<p>one</p><p>two</p>");
    expect(shown(source, EDITIONS.press)).toBe(
      '<p>one</p><div class="page-break"></div><p>two</p>',
    );
  });

  test("is one, where several follow each other, and none at the ends of a text", () => {
    const twice = "{{< pagebreak >}}\n\n{{< pagebreak >}}";
    const inPassage = passage(".content-visible when-format=pdf", "{{< pagebreak >}}");
    const source = `${twice}\n\none\n\n${twice}\n\n${inPassage}\n\ntwo\n\n${twice}`;
    expect(shown(source, ["pdf"])).toBe('<p>one</p><div class="page-break"></div><p>two</p>');
  });

  test.each([
    ["one\n{{< pagebreak >}}\n", "2: a page breaks in a line of text"],
    ["{{< pagebreak >}}\none", "1: a page breaks in a line of text"],
    ["> one\n>\n> {{< pagebreak >}}", "3: a page breaks within something else"],
    ["- one\n\n  {{< pagebreak >}}", "3: a page breaks within something else"],
    ["::: aside\none\n\n{{< pagebreak >}}\n\n{{< pagebreak >}}\n:::", "4: a page breaks within"],
    ["one\n\n{{< pagebrake >}}", "3: this is a shortcode"],
  ])("%j is a fault", async (source, expected) => {
    expect((await faultsIn(source))[0]).toContain(expected);
  });
});
