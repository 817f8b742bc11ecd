/** What a chapter says of itself beside its text, as each theme shows it. */
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { Publication } from "../../../src/publication/publication.ts";
import { loadTheme, themeNames } from "../../../src/theme/load-theme.ts";
import type { RenderedPublication } from "../../../src/theme/rendered.ts";
import { wordsFor } from "../../../src/theme/words.ts";
import { Contents } from "../../../src/web/components/contents.tsx";
import { renderPublication } from "../../../src/web/render-publication.ts";
import { takeMarks } from "../../../src/web/source-marks.ts";

const FILE = "content/boat.md";
const DESCRIBED = {
  title: "The *boat* of the winter",
  subtitle: "On the quay",
  "short-title": "The *boat*",
  authors: ["Ana Reis", "Maria Costa"],
  summary: "What a boat *can* do.",
};

async function rendered(name: string, fields: object): Promise<RenderedPublication> {
  const theme = await loadTheme(name);
  const chapter = {
    kind: "chapter",
    slug: "boat",
    file: FILE,
    body: "Text.",
    bodyLine: 9,
  } as const;
  const publication: Publication = {
    ...{ title: "A year", lead: "A lead.", lang: "en", publisher: "Nobody", slug: "year" },
    ...{ editions: [], colophon: false, themeFields: theme.fields.parse({}) },
    chapters: [{ ...chapter, fields: fields as never, after: [] }],
  };
  return renderPublication({ publication, theme }, new Map([[FILE, "<p>Text.</p>"]]));
}

const htmlOf = ({ chapters }: RenderedPublication): string =>
  chapters.map(({ element }) => renderToString(element)).join("");

describe.each(await themeNames())("a chapter of the theme %s", (name) => {
  it("shows its subtitle, its authors and its summary, in this order, before its text", async () => {
    const words = htmlOf(await rendered(name, DESCRIBED)).replaceAll(/<[^>]*>/gu, " ");
    expect(words.replaceAll(/\s+/gu, " ")).toMatch(
      /The boat of the winter .*On the quay .*Ana Reis and Maria Costa .*What a boat can do\. .*Text\./u,
    );
  });

  it("has its short title for the head of pages, which nobody sees or hears where it stands", async () => {
    const html = htmlOf(await rendered(name, DESCRIBED));
    expect(html).toMatch(
      /<\/h2><span class="running-title" hidden[^>]*>The <em>boat<\/em><\/span>/u,
    );
  });

  it("is named by its short title in links from its neighbours, and by its title in the contents", async () => {
    const [chapter] = (await rendered(name, DESCRIBED)).chapters;
    const textOf = (children: unknown): string => renderToString(children as never);
    expect(textOf(chapter?.shortTitle)).toBe("The <em>boat</em>");
    expect(textOf(chapter?.title)).toBe("The <em>boat</em> of the winter");
  });

  it.each([
    ["The *boat* of the winter", '<span class="entry">The <em>boat</em> of the winter</span>'],
    ["The boat", "The boat"],
  ])("is one item of its line in the contents: %s", async (title, entry) => {
    const publication = await rendered(name, { ...DESCRIBED, title });
    const contents = renderToString(h(Contents, { publication, words: wordsFor("en") }));
    expect(takeMarks(contents).html).toContain(`<a href="#boat">${entry}</a>`);
  });

  it("has nothing of it where it says nothing", async () => {
    const plain = await rendered(name, { title: "The boat" });
    expect(htmlOf(plain)).not.toMatch(/running-title|subtitle|authors|summary/u);
    expect(plain.chapters[0]?.shortTitle).toEqual(plain.chapters[0]?.title);
  });
});
