/** Parts on pages: headings, contents, languages, ways from chapter to chapter. */
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, it } from "vitest";
import { KINDS } from "../../../src/editions/kinds.ts";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import type { Chapter, Part, Publication } from "../../../src/publication/publication.ts";
import { loadTheme, themeNames } from "../../../src/theme/load-theme.ts";
import { wordsFor } from "../../../src/theme/words.ts";
import { renderDocument } from "../../../src/web/html-document.ts";
import { renderPublication } from "../../../src/web/render-publication.ts";

const TEXT = "A text.\n\n## Below\n\nMore.\n\n### Deeper\n\nMore.";

const part = (slug: string, more: Partial<Part> = {}): Part => ({
  ...{ slug, file: `content/${slug}/part.md`, body: "", bodyLine: 4, number: 1 },
  fields: { title: `Part ${slug}` as never },
  ...more,
});

const chapter = (slug: string, of?: Part, body = TEXT): Chapter => ({
  ...{ kind: "chapter", slug, file: `content/${slug}.md`, body, bodyLine: 4, after: [] },
  fields: { title: `Chapter ${slug}` as never },
  ...(of !== undefined && { part: of }),
});

type Element = DefaultTreeAdapterTypes.Element;

function elementsIn(node: DefaultTreeAdapterTypes.ParentNode): readonly Element[] {
  return node.childNodes.flatMap((child) =>
    "tagName" in child ? [child, ...elementsIn(child)] : [],
  );
}

const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((each) => each.name === name)?.value;

function textOf(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes
    .map((child) => ("value" in child ? child.value : "childNodes" in child ? textOf(child) : ""))
    .join("");
}

async function pagesOf(
  name: string,
  chapters: readonly Chapter[],
): Promise<Readonly<Record<"web" | "print", readonly Element[]>>> {
  const theme = await loadTheme(name);
  const publication: Publication = {
    ...{ title: "A year", lead: "A lead.", lang: "en", publisher: "Nobody", slug: "year" },
    ...{ editions: [], colophon: false, chapters, themeFields: theme.fields.parse({}) },
  };
  const markdown = createMarkdown({ headingOffset: 1 });
  const files = chapters.flatMap((each) => [each, ...(each.part === undefined ? [] : [each.part])]);
  const bodies = new Map(files.map(({ file, body }) => [file, markdown.render(body)]));
  const props = {
    publication: renderPublication({ publication, theme }, bodies),
    fields: theme.fields.parse({}),
    ...{ words: wordsFor("en"), families: [], judges: KINDS.web.colophon },
  };
  const elements = (page: Parameters<typeof renderDocument>[0]): readonly Element[] =>
    elementsIn(parse(renderDocument(page, "en")));
  return {
    web: elements(theme.webPage({ ...props, downloads: [] })),
    print: elements(theme.printPage({ ...props, isBound: false })),
  };
}

/** Headings of the text, with their levels. */
const headingsIn = (elements: readonly Element[]): readonly string[] =>
  elements
    .filter(({ tagName }) => tagName === "main")
    .flatMap(elementsIn)
    .filter(({ tagName }) => /^h\d$/u.test(tagName))
    .map((each) => `${each.tagName} ${textOf(each)}`);

const first = part("first", { body: TEXT, lang: "de" });
const second = part("second", { number: 2 });
const CHAPTERS = [
  chapter("preface"),
  chapter("a", first),
  chapter("b", first, '::: {.callout title="A note"}\nShort.\n:::'),
  chapter("c", second),
  chapter("afterword"),
];

describe.each(await themeNames())("a publication with parts in the theme %s", async (name) => {
  // A theme without the block shows a chapter without it.
  const { blocks } = await loadTheme(name);
  const chapters = CHAPTERS.filter(({ slug }) => slug !== "b" || blocks.has("callout"));
  const pages = await pagesOf(name, chapters);
  const note = blocks.has("callout") ? ["h3 Chapter b", "h4 A note"] : [];

  it.each(Object.entries(pages))("has chapters a level below their part: %s", (_, elements) => {
    expect(headingsIn(elements)).toEqual([
      ...["h2 Chapter preface", "h3 Below", "h4 Deeper"],
      ...["h2 Part first", "h3 Below", "h4 Deeper"],
      ...["h3 Chapter a", "h4 Below", "h5 Deeper"],
      ...note,
      ...["h2 Part second", "h3 Chapter c", "h4 Below", "h5 Deeper"],
      ...["h2 Chapter afterword", "h3 Below", "h4 Deeper"],
    ]);
  });

  it.each(Object.entries(pages))("has chapters inside of their part: %s", (_, elements) => {
    const inside = (id: string): readonly (string | undefined)[] =>
      elements
        .filter((each) => each.tagName === "section" && attribute(each, "id") === id)
        .flatMap(elementsIn)
        .filter(({ tagName }) => tagName === "section")
        .map((each) => attribute(each, "id"));
    expect(inside("first").at(0)).toBe("a");
    expect(inside("second")).toEqual(["c"]);
  });

  it.each(Object.entries(pages))("lists chapters in the entry of their part: %s", (_, elements) => {
    const contents = elements.find((each) => attribute(each, "id") === "contents");
    const entries = (list: DefaultTreeAdapterTypes.ParentNode): unknown[] =>
      list.childNodes.flatMap((child) => {
        if (!("tagName" in child)) return [];
        if (child.tagName === "a") return [attribute(child, "href")];
        return child.tagName === "ol" ? [entries(child)] : entries(child);
      });
    const inFirst = chapters.flatMap(({ slug, part: of }) => (of === first ? [`#${slug}`] : []));
    expect(contents && entries(contents)).toEqual([
      ["#preface", "#first", inFirst, "#second", ["#c"], "#afterword"],
    ]);
  });

  it("marks the language of a part on its own words, and not on its chapters", () => {
    const marked = pages.web.filter((each) => attribute(each, "lang") === "de");
    // Where it is named, in the contents and in ways to it, its title is of its language as well.
    expect(new Set(marked.map(({ tagName }) => tagName))).toEqual(new Set(["span", "header"]));
    expect(marked.flatMap(elementsIn).map(({ tagName }) => tagName)).toContain("h2");
    expect(marked.flatMap(elementsIn).map(({ tagName }) => tagName)).not.toContain("section");
  });

  it("has no empty box for a part without a text", () => {
    const texts = (id: string): number =>
      pages.web
        .filter((each) => attribute(each, "id") === id)
        .flatMap(elementsIn)
        .filter(({ tagName }) => tagName === "header")
        .flatMap(elementsIn)
        .filter((each) => attribute(each, "class") === "text").length;
    expect([texts("first"), texts("second")]).toEqual([1, 0]);
  });
});

it("the theme report says the number of a part in the part's language", async () => {
  const { web } = await pagesOf(
    "report",
    CHAPTERS.filter(({ slug }) => slug !== "b"),
  );
  const numbers = web.filter((each) => attribute(each, "class") === "part-number");
  expect(numbers.map((each) => [textOf(each), attribute(each, "lang")])).toEqual([
    ["Teil\u00A01", undefined],
    ["Part\u00A02", undefined],
  ]);
});

it("the theme voices leads from the last chapter of a part to the title of the next", async () => {
  const { web } = await pagesOf("voices", CHAPTERS);
  const ways = web
    .filter((each) => attribute(each, "class") === "part-navigation")
    .map((each) =>
      elementsIn(each).flatMap((link) => (link.tagName === "a" ? [attribute(link, "href")] : [])),
    );
  expect(ways).toEqual([
    ["#first"],
    ["#preface", "#b"],
    ["#a", "#second"],
    ["#b", "#afterword"],
    ["#c"],
  ]);
});
