/** References between the texts of a publication. */
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import type { Chapter } from "../../../src/publication/publication.ts";
import { loadTheme } from "../../../src/theme/load-theme.ts";
import { renderPublication } from "../../../src/web/render-publication.ts";

const theme = await loadTheme("report");

interface Text {
  readonly slug: string;
  readonly body: string;
  readonly lang?: string;
}

/** The chapters as the web edition has them, of a publication in English. */
function render(texts: readonly Text[], shown = texts): readonly string[] {
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
  const rendered = renderPublication({ publication, theme }, bodies);
  return rendered.chapters.map(({ element }) => renderToString(element).replaceAll("\u00A0", "~"));
}

const figure = (id: string): string => `![Caption](a.png){#${id} alt="A boat"}`;
const BOAT: Text = { slug: "boat", body: `See @fig-two and @sec-mur.\n\n${figure("fig-one")}` };
const MUR: Text = {
  slug: "mur",
  lang: "fr",
  body: `## Le mur {#sec-mur}\n\n${figure("fig-two")}\n\nVoir @fig-one.`,
};
const TEXTS = [BOAT, MUR];

test("figures are counted over all texts", () => {
  const [boat, mur] = render(TEXTS);
  expect(boat).toContain('<a class="reference" href="#fig-two">Figure~2</a>');
  expect(boat).toContain('<span class="caption-label">Figure~1.</span> Caption');
  expect(mur).toContain('<span class="caption-label">Figure~2~–</span> Caption');
});

test("words are those of the text, and a title is in its own language", () => {
  const [boat] = render(TEXTS);
  expect(boat).toContain(
    '<a class="reference" href="#sec-mur">“<span lang="fr">Le mur</span>”</a>',
  );
  const german = render([{ ...BOAT, lang: "de" }, MUR])[0];
  expect(german).toContain('<a class="reference" href="#fig-two">Abbildung~2</a>');
  expect(german).toContain('<span class="caption-label">Abbildung~1:</span> Caption');
});

test("words of a language that has none are English, and say so", () => {
  const [finnish] = render([{ ...BOAT, lang: "fi" }, MUR]);
  expect(finnish).toContain('<a class="reference" href="#fig-two" lang="en">Figure~2</a>');
  expect(finnish).toContain('<span class="caption-label" lang="en">Figure~1.</span> Caption');
});

test("an edition of some texts counts those that it does not have", () => {
  const [mur] = render(TEXTS, [MUR]);
  expect(mur).toContain('<span class="caption-label">Figure~2~–</span> Caption');
  expect(mur).toContain('<a class="reference" href="#fig-one">Figure~1</a>');
});
