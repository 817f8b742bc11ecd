/** Every id of a page is known where content is loaded, so that no file may be named like it. */
import { parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, it } from "vitest";
import { fileKinds, PART } from "../../../src/publication/files/file-kinds.ts";
import { PAGE_IDS } from "../../../src/publication/page-ids.ts";
import type { Chapter, Part, Publication } from "../../../src/publication/publication.ts";
import { KINDS } from "../../../src/editions/kinds.ts";
import { loadTheme, themeNames } from "../../../src/theme/load-theme.ts";
import { wordsFor } from "../../../src/theme/words.ts";
import { renderDocument } from "../../../src/web/html-document.ts";
import { renderPublication } from "../../../src/web/render-publication.ts";

const chart = {
  title: "A chart",
  unit: "t",
  start: { label: "Start", value: 1 },
  changes: [{ label: "More", value: 1 }],
  end: "End",
};
/** Right for every block that there is: each takes what it knows. */
const fields = {
  ...{ title: "Title", name: "Anna", role: "Role", entity: "Entity", quote: "A quote.", order: 1 },
  ...{ value: "2", with: "anna", chart },
};

const content = (slug: string, kind: string): Chapter => ({
  ...{ slug, kind, fields, after: [] },
  file: `content/${slug}.md`,
  body: "Text.",
  bodyLine: 1,
});

const part: Part = {
  ...{ slug: "first-years", file: "content/first-years/part.md", body: "Text.", bodyLine: 1 },
  ...{ fields: { title: "Title" as never, subtitle: "Subtitle" as never }, number: 1 },
};

function idsOf(node: DefaultTreeAdapterTypes.ParentNode): readonly string[] {
  return node.childNodes.flatMap((child) =>
    "attrs" in child
      ? [
          ...child.attrs.flatMap(({ name, value }) => (name === "id" ? [value] : [])),
          ...idsOf(child),
        ]
      : [],
  );
}

const download = {
  edition: "report",
  href: "note.pdf",
  lang: "en",
  sizeBytes: 1,
  pageCount: 1,
  format: "A4",
  title: undefined,
};

describe.each(await themeNames())("the ids of a page of the theme %s", async (name) => {
  const theme = await loadTheme(name);
  const kinds = [...fileKinds(theme).byName.values()];
  const chapters = kinds
    .filter(({ place }) => place.kind === "chapter")
    .map((kind): Chapter => ({
      ...content(kind.name, kind.name),
      after: kinds
        .filter(({ place }) => place.kind === "end-of-chapter" && place.ownerKind === kind.name)
        .map((other) => content(other.name, other.name)),
      part,
    }));
  const publication: Publication = {
    ...{ title: "A note", lead: "A lead.", lang: "en", publisher: "Nobody", slug: "note" },
    ...{ editions: [], themeFields: theme.fields.parse({}) },
    chapters,
    translations: [{ language: "fr", url: "../fr/" }],
  };
  const files = [part.file, ...kinds.map((kind) => `content/${kind.name}.md`)];
  const bodies = new Map(files.map((file) => [file, "<p>Text.</p>"]));
  const rendered = renderPublication({ publication, theme }, bodies);
  const props = {
    publication: rendered,
    fields: rendered.themeFields,
    words: wordsFor("en"),
    families: [],
    judges: KINDS.web.colophon,
  };
  const known = new Set([
    ...PAGE_IDS,
    ...theme.pageIds,
    ...[part.slug, ...PART.idEndings.map((ending) => `${part.slug}-${ending}`)],
    ...kinds.flatMap(({ name: slug, idEndings }) => [
      slug,
      ...idEndings.map((ending) => `${slug}-${ending}`),
    ]),
  ]);
  const pages = {
    web: theme.webPage({ ...props, downloads: [download] }),
    print: theme.printPage({ ...props, isBound: true }),
  };

  it.each(Object.entries(pages))("are known to who loads the content: %s", (_, page) => {
    const ids = idsOf(parse(renderDocument(page, "en")));
    expect(ids.length).toBeGreaterThan(5);
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(ids).size, "each once").toBe(ids.length);
  });

  it("are all in one of the two", () => {
    const ids = new Set(idsOf(parse(renderDocument(pages.web, "en"))));
    expect(PAGE_IDS.filter((id) => !ids.has(id))).toEqual([]);
  });
});
