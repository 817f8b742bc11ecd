/** Fields that a theme adds to publication.yaml: how its pages get them, and what each theme does with its own. */
import type { ComponentChildren, JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { KINDS } from "../../../src/editions/kinds.ts";
import { documented, inlineMarkdown, plainText } from "../../../src/publication/fields/fields.ts";
import type { Chapter } from "../../../src/publication/publication.ts";
import {
  publicationSchema,
  publicationSchemaWith,
} from "../../../src/publication/schemas/publication-schema.ts";
import { loadTheme, themeNames } from "../../../src/theme/load-theme.ts";
import { defineTheme, type Theme } from "../../../src/theme/theme.ts";
import { wordsFor } from "../../../src/theme/words.ts";
import { renderPublication } from "../../../src/web/render-publication.ts";
import { makePublication } from "../web/site/publication.ts";

const chapter = (slug: string, title: string): Chapter => ({
  ...{ kind: "chapter", slug, file: `content/${slug}.md`, body: "Text.", bodyLine: 4, after: [] },
  fields: { title: title as never },
});

/** The bodies of the two pages that a theme makes of a publication with these fields. */
function pagesOf(
  theme: Theme,
  fields: object,
  chapters: readonly Chapter[] = [chapter("flood", "The *flood*"), chapter("boat", "The boat")],
): { readonly print: string; readonly web: string } {
  const publication = makePublication({ chapters, themeFields: theme.fields.parse(fields) });
  const bodies = new Map(chapters.map(({ file }) => [file, "<p>Text.</p>"]));
  const rendered = renderPublication({ publication, theme }, bodies);
  const props = {
    publication: rendered,
    fields: rendered.themeFields,
    ...{ words: wordsFor("fr"), families: [], judges: KINDS.web.colophon },
  };
  return {
    print: renderToString(theme.printPage({ ...props, isBound: true })),
    web: renderToString(theme.webPage({ ...props, downloads: [] })),
  };
}

const count = (text: string, part: string): number => text.split(part).length - 1;

const NAMES = await themeNames();

describe("the fields of a theme", () => {
  it.each(NAMES)("%s stand beside the engine's", async (name) => {
    const { fields } = await loadTheme(name);
    expect(Object.keys(publicationSchemaWith(fields).shape)).toEqual([
      ...Object.keys(publicationSchema.shape),
      ...Object.keys(fields.shape),
    ]);
  });

  it("may not have the names of the engine's", () => {
    const fields = z.strictObject({ motto: z.string(), series: z.string() });
    expect(() => publicationSchemaWith(fields)).toThrow(
      "fields of every publication cannot be a theme's: series",
    );
  });

  it("come to its pages and chapters with elements where authors wrote Markdown", async () => {
    const fields = z.strictObject({
      motto: inlineMarkdown("what stands below the title", "*Float*").optional(),
      place: documented(plainText, "where it is published", "Porto"),
    });
    interface Motto {
      readonly motto?: ComponentChildren;
      readonly place: string;
    }
    const Page = (props: { readonly fields: Motto }): JSX.Element => (
      <p>
        {props.fields.motto}, {props.fields.place}
      </p>
    );
    const planted = defineTheme({
      ...{ fields, printPage: Page, webPage: Page, chapter: Page, part: Page },
      ...{ pageIds: [], firstFonts: [] },
    });
    const theme = { ...(await loadTheme("report")), ...planted };
    const pages = pagesOf(theme, { motto: "We *float*", place: "*Porto*" });
    expect(pages.print).toBe("<p>We <em>float</em>, *Porto*</p>");
    expect(pages.web).toBe(pages.print);
    expect(pagesOf(theme, { place: "Porto" }).web).toBe("<p>, Porto</p>");
  });
});

describe("the theme voices", async () => {
  const theme = await loadTheme("voices");
  const ORNAMENT = 'class="voices"';

  it("has an ornament on its covers, or none", () => {
    expect(count(pagesOf(theme, {}).print, ORNAMENT)).toBe(2);
    expect(count(pagesOf(theme, {}).web, ORNAMENT)).toBe(1);
    expect(pagesOf(theme, { ornament: "bubbles" })).toEqual(pagesOf(theme, {}));
    const { print, web } = pagesOf(theme, { ornament: "none" });
    expect(count(print + web, ORNAMENT)).toBe(0);
  });
});

describe("the theme report", async () => {
  const theme = await loadTheme("report");
  const NUMBER = '<span class="chapter-number">';

  it("numbers chapters as text in headings and contents, where that is wanted", () => {
    for (const page of Object.values(pagesOf(theme, { "chapter-numbers": true }))) {
      const [first, second] = ["1</span>\u00A0The <em>flood</em>", "2</span>\u00A0The boat"];
      expect(page).toContain(`<h2 id="flood-title">${NUMBER}${first}</h2>`);
      expect(page).toContain(`<a href="#flood"><span class="entry">${NUMBER}${first}</span></a>`);
      expect(page).toContain(`<h2 id="boat-title">${NUMBER}${second}</h2>`);
      expect(page).toContain(`<a href="#boat"><span class="entry">${NUMBER}${second}</span></a>`);
      expect(count(page, NUMBER)).toBe(4);
    }
  });

  it("letters appendices above their titles and in contents, and counts them apart", () => {
    const appendix = (slug: string, title: string): Chapter => ({
      ...{
        kind: "chapter",
        slug,
        file: `content/${slug}.md`,
        body: "Text.",
        bodyLine: 4,
        after: [],
      },
      fields: { title: title as never, appendix: true },
    });
    const chapters = [
      ...[chapter("flood", "The flood"), appendix("tides", "Tides")],
      ...[appendix("letters", "Letters"), chapter("after", "Afterwards")],
    ];
    const fields = { "chapter-numbers": true };
    for (const page of Object.values(pagesOf(theme, fields, chapters))) {
      const label = '<span class="appendix-label">Annexe\u00A0B</span> Letters';
      expect(page).toMatch(/<section class="chapter" id="letters"[^>]* role="doc-appendix"/u);
      expect(page).toContain(`<h2 id="letters-title">${label}</h2>`);
      expect(page).toContain(`<a href="#letters"><span class="entry">${label}</span></a>`);
      expect(page).toContain(`<h2 id="after-title">${NUMBER}2</span>\u00A0Afterwards</h2>`);
      expect(count(page, NUMBER)).toBe(4);
      expect(count(page, "doc-appendix")).toBe(2);
    }
    expect(pagesOf(theme, {}, chapters).web).not.toContain("appendix-label");
  });

  it("numbers no block that stands among chapters", () => {
    const chapters = [chapter("flood", "The flood")];
    const publication = makePublication({ chapters, themeFields: { "chapter-numbers": true } });
    const rendered = renderPublication(
      { publication, theme },
      new Map(chapters.map(({ file }) => [file, "<p>Text.</p>"])),
    );
    const box = {
      ...{ kind: "box", nth: 0, slug: "box", lang: undefined, titleId: "box-title" },
      ...{ title: "A box", shortTitle: "A box", element: <aside id="box" /> },
    };
    const all = [...rendered.chapters, box];
    const page = theme.webPage({
      publication: {
        ...rendered,
        chapters: all,
        groups: [{ part: undefined, chapters: all }],
      },
      fields: rendered.themeFields,
      ...{ words: wordsFor("fr"), families: [], judges: KINDS.web.colophon, downloads: [] },
    });
    expect(renderToString(page)).toContain('<a href="#box">A box</a>');
  });

  it("has none otherwise", () => {
    const { print, web } = pagesOf(theme, {});
    expect(print).toContain('<h2 id="boat-title">The boat</h2>');
    expect(count(print + web, NUMBER)).toBe(0);
  });
});
