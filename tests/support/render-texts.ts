/** Texts of a publication in English as the theme `report` has them, for tests of what leads between them. */
import { renderToString } from "preact-render-to-string";
import { createMarkdown } from "../../src/markdown/create-markdown.ts";
import type { Format } from "../../src/markdown/blocks/passages.ts";
import type { Chapter } from "../../src/publication/publication.ts";
import { loadTheme } from "../../src/theme/load-theme.ts";
import { renderPublication } from "../../src/web/render-publication.ts";

const theme = await loadTheme("report");

export interface Text {
  readonly slug: string;
  readonly body: string;
  readonly lang?: string;
}

export interface ShownIn {
  /** The texts that the edition has; all of them without it. */
  readonly shown?: readonly Text[];
  readonly formats?: readonly Format[];
}

/** The HTML of each chapter; `~` is a space that does not break. */
export function renderTexts(
  texts: readonly Text[],
  { shown = texts, formats = ["html"] }: ShownIn = {},
): readonly string[] {
  const chapters = shown.map(({ slug, body, lang }): Chapter => ({
    ...{ kind: "chapter", slug, file: `content/${slug}.md`, body, bodyLine: 4, lang, after: [] },
    fields: { title: slug as never },
  }));
  const publication = {
    ...{ title: "A year", lead: "A lead.", lang: "en", publisher: "Nobody", slug: "year" },
    ...{ editions: [], chapters, themeFields: theme.fields.parse({}) },
  };
  const markdown = createMarkdown({ headingOffset: 1 });
  const bodies = new Map(
    texts.map(({ slug, body }) => [`content/${slug}.md`, markdown.render(body)] as const),
  );
  const rendered = renderPublication({ publication, theme }, bodies, { formats });
  return rendered.chapters.map(({ element }) => renderToString(element).replaceAll("\u00A0", "~"));
}
