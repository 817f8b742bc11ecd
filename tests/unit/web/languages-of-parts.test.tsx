/** Words that editions write themselves: in the language of the part or chapter that they stand in. */
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, it } from "vitest";
import { KINDS } from "../../../src/editions/kinds.ts";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import type { Chapter, Part, Publication } from "../../../src/publication/publication.ts";
import { loadTheme } from "../../../src/theme/load-theme.ts";
import { wordsFor } from "../../../src/theme/words.ts";
import { renderDocument } from "../../../src/web/html-document.ts";
import { renderPublication } from "../../../src/web/render-publication.ts";
import { scrollingTable } from "../../../src/web/text/scrolling-table.tsx";

type Element = DefaultTreeAdapterTypes.Element;

const TEXT = `Some "words" here.[^1]

| a | b | c | d |
| - | - | - | - |
| 1 | 2 | 3 | 4 |

[^1]: A note.`;

const french: Part = {
  ...{ slug: "partie", file: "content/partie/part.md", body: TEXT, bodyLine: 4, number: 1 },
  ...{ lang: "fr", fields: { title: "La première" as never } },
};

const chapter = (slug: string, more: Partial<Chapter> = {}): Chapter => ({
  ...{ kind: "chapter", slug, file: `content/${slug}.md`, body: TEXT, bodyLine: 4, after: [] },
  ...{ fields: { title: `Chapter ${slug}`, authors: ["Ana", "Rui"] } },
  ...more,
});

/** @param lang of the publication. */
async function webPage(name: string, lang: string): Promise<readonly Element[]> {
  const theme = await loadTheme(name);
  const chapters = [
    chapter("one"),
    chapter("deux", { part: french, lang: "fr" }),
    ...(theme.blocks.has("testimonial")
      ? [
          chapter("ana", {
            kind: "testimonial",
            lang: "fr",
            fields: { name: "Ana", role: "a", entity: "b", quote: "Oui" },
          }),
        ]
      : []),
  ];
  const publication: Publication = {
    ...{ title: "A year", lead: "A lead.", lang, publisher: "Nobody", slug: "year" },
    ...{ editions: [], chapters, themeFields: theme.fields.parse({}) },
    licence: "CC-BY-4.0",
    contributors: [
      { name: "Ana Reis", role: "editor" },
      { name: "Rui Costa", role: "editor" },
    ],
    date: "2026-05-03",
  };
  const markdown = createMarkdown({ headingOffset: 1 });
  const files = [...chapters, french];
  const bodies = new Map(files.map(({ file, body }) => [file, markdown.render(body)]));
  const download = { href: "a.pdf", lang, format: "A4", pageCount: 3, sizeBytes: 51_000 };
  const rendered = renderPublication({ publication, theme }, bodies, { table: scrollingTable });
  const page = theme.webPage({
    ...{ publication: rendered, fields: rendered.themeFields, words: wordsFor(lang) },
    ...{ families: [], judges: KINDS.web.colophon, downloads: [download as never] },
  });
  return elementsIn(parse(renderDocument(<html lang={lang}>{page}</html>, lang)));
}

function elementsIn(node: DefaultTreeAdapterTypes.ParentNode): readonly Element[] {
  return node.childNodes.flatMap((child) =>
    "tagName" in child ? [child, ...elementsIn(child)] : [],
  );
}

/** Its own, or that of the nearest element around it that has one. */
function languageOf(element: Element): string | undefined {
  const { parentNode } = element;
  const around =
    parentNode !== null && "tagName" in parentNode ? languageOf(parentNode) : undefined;
  return attribute(element, "lang") ?? around;
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

function textOf(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes
    .map((child) => ("value" in child ? child.value : "childNodes" in child ? textOf(child) : ""))
    .join("")
    .replaceAll("\u00A0", " ");
}

/** What stands in the element with this id. */
function within(all: readonly Element[], id: string): readonly Element[] {
  return all.filter((each) => attribute(each, "id") === id).flatMap((each) => elementsIn(each));
}

const labels = (elements: readonly Element[]): readonly (string | undefined)[] =>
  elements.flatMap((each) => attribute(each, "aria-label")?.replaceAll("\u00A0", " ") ?? []);

describe("a French part and chapter in an English publication", async () => {
  const pages = { report: await webPage("report", "en"), voices: await webPage("voices", "en") };

  it.each(Object.entries(pages))("has French words for notes and tables: %s", (_, page) => {
    for (const id of ["partie", "deux"]) {
      expect(labels(within(page, id))).toEqual(
        expect.arrayContaining(["Note 1", "Tableau", "Retour à l’appel de note 1"]),
      );
      expect(labels(within(page, id))).not.toContain("Table");
    }
    expect(labels(within(page, "one"))).toEqual(["Note 1", "Table", "Back to note 1 in the text"]);
  });

  it.each(Object.entries(pages))("has French quotes, and lists names in French: %s", (_, page) => {
    const [deux, one] = ["deux", "one"].map((id) =>
      page.find((each) => attribute(each, "id") === id),
    );
    expect(deux && textOf(deux)).toContain("« words »");
    expect(deux && textOf(deux)).toContain("Ana et Rui");
    expect(one && textOf(one)).toContain("“words”");
    expect(one && textOf(one)).toContain("Ana and Rui");
  });

  it.each(Object.entries(pages))("is named in the contents as French: %s", (_, page) => {
    const entries = within(page, "contents").filter(({ tagName }) => tagName === "a");
    const titles = entries.map((each) =>
      elementsIn(each).find(({ tagName }) => tagName === "span"),
    );
    expect(titles.map((each) => each && attribute(each, "lang")).slice(0, 3)).toEqual([
      undefined,
      "fr",
      "fr",
    ]);
  });

  it("has the number of a part in French, and quotes of those who speak", () => {
    const number = pages.report.find((each) => attribute(each, "class") === "part-number");
    expect(number && [textOf(number), languageOf(number)]).toEqual(["Partie 1", "fr"]);
    const quote = pages.voices.find((each) => attribute(each, "id") === "ana-quote");
    expect(quote && textOf(quote)).toBe("« Oui »");
  });

  it("keeps the words of ways through the page in English, with French titles in them", () => {
    const ways = pages.voices.find((each) => attribute(each, "class") === "part-navigation");
    const next = ways && elementsIn(ways).find((each) => textOf(each).startsWith("Next"));
    const title = next && elementsIn(next).find(({ tagName }) => tagName === "span");
    expect(next && textOf(next)).toBe("Next: La première");
    expect(title && attribute(title, "lang")).toBe("fr");
  });
});

describe.each(["report", "voices"])("a Finnish publication in the theme %s", async (name) => {
  const page = await webPage(name, "fi");

  it.each([
    ["skip-link", "class", "Skip to content"],
    ["contents-title", "id", "Contents"],
    ["downloads-title", "id", "Download"],
    ["details", "class", "(PDF, Finnish, 3 pages, 51 kB)"],
    ["colophon-title", "id", "Colophon"],
  ])("has its own words in English, and says so: %s", (value, by, text) => {
    const element = page.find((each) => attribute(each, by) === value);
    expect(element && [textOf(element).trim(), languageOf(element)]).toEqual([text, "en"]);
  });

  it("marks every word that it writes", () => {
    const own =
      /^(?:Contents|Download|Notes|Colophon|Imprint|Back to contents|Skip to content|Published by .*|Edited by .*|Licence: .*)$/u;
    const written = page.filter((each) => own.test(textOf(each).trim()));
    expect(written.length).toBeGreaterThan(6);
    expect(written.filter((each) => languageOf(each) === "fi" && !isAround(each))).toEqual([]);
  });

  it("writes dates and lists of names as the language does", () => {
    const text = page.map(textOf).join("\n");
    expect(text).toContain("Ana ja Rui");
    if (name === "report") expect(text).toContain("3. toukokuuta 2026");
  });
});

/** Whether the words are in an element of their own in it. */
function isAround(element: Element): boolean {
  return elementsIn(element).some((each) => attribute(each, "lang") === "en");
}
