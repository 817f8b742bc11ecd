/** What publication.yaml says of a publication, on covers and at the head of the web edition. */
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { RenderedPublication } from "../../../../src/theme/rendered.ts";
import type { ChapterProps } from "../../../../src/theme/theme.ts";
import { BackCover } from "../../../../src/themes/voices/pages/back-cover.tsx";
import { Chapter } from "../../../../src/themes/voices/pages/chapter.tsx";
import { Cover } from "../../../../src/themes/voices/pages/cover.tsx";
import { Opening } from "../../../../src/themes/voices/pages/opening.tsx";

const plain: RenderedPublication = {
  ...{ title: "A year", lang: "en", publisher: "Library", lead: "A lead.", groups: [] },
  ...{ series: undefined, subtitle: undefined, authors: undefined, contributors: undefined },
  ...{ date: undefined, edition: undefined, identifiers: undefined, licence: undefined },
  ...{ rights: undefined, cover: undefined, logo: undefined, chapters: [] },
  ...{ description: { title: "A year", lang: "en", author: "Library" } as never },
  colophon: { kind: "none" },
  translations: [],
  themeFields: {},
};
const described: RenderedPublication = {
  ...plain,
  subtitle: "Between two winters",
  authors: [{ name: "Ana Reis" }, { name: "Maria Costa" }],
  cover: { image: <img src="boat.png" alt="A boat" />, credit: "Photo: the library" },
  logo: { image: <img src="logo.png" alt="Library" />, credit: "" },
};
const fields = { ornament: "bubbles" } as const;

describe.each([
  ["the cover", Cover],
  ["the head of the web edition", Opening],
])("%s", (_, Page) => {
  it("has title, subtitle, authors and picture with its credit", () => {
    const html = renderToString(<Page publication={described} fields={fields} />);
    expect(html).toContain(
      '<hgroup><h1>A year</h1><p class="subtitle">Between two winters</p><p class="authors">Ana Reis and Maria Costa</p></hgroup>',
    );
    expect(html).toContain('alt="A boat"');
    expect(html).toContain("<figcaption>Photo: the library</figcaption>");
    expect(html).not.toContain("<svg");
  });

  it("has the title alone and the ornament where nothing more is said", () => {
    const html = renderToString(<Page publication={plain} fields={fields} />);
    expect(html).toContain("<h1>A year</h1>");
    expect(html).not.toMatch(/hgroup|figure/u);
    expect(html).toContain("<svg");
  });

  it("has no ornament where none is wanted, and no empty line for a picture without a credit", () => {
    const bare = renderToString(<Page publication={plain} fields={{ ornament: "none" }} />);
    expect(bare).not.toContain("<svg");
    const cover = { image: <img src="boat.png" alt="A boat" />, credit: "" };
    const html = renderToString(<Page publication={{ ...plain, cover }} fields={fields} />);
    expect(html).not.toContain("figcaption");
  });
});

it("the back cover has the logo", () => {
  const html = renderToString(<BackCover publication={described} fields={fields} />);
  expect(html).toContain('<div class="logo"><img src="logo.png" alt="Library"/></div>');
  expect(renderToString(<BackCover publication={plain} fields={fields} />)).not.toContain("logo");
});

it("a chapter has its subtitle", () => {
  const chapter: ChapterProps = {
    ...{ id: "boat", titleId: "boat-title", headingLevel: 2 as const, title: "The boat", nth: 0 },
    ...{ subtitle: "On the quay", body: "Text.", lang: undefined, fields },
    ...{ runningTitle: undefined, authors: undefined, summary: undefined, publicationLang: "fr" },
  };
  expect(renderToString(<Chapter {...chapter} />)).toContain(
    '<h2 id="boat-title">The boat</h2><p class="section-subtitle">On the quay</p>',
  );
  expect(renderToString(<Chapter {...chapter} subtitle={undefined} />)).not.toContain("subtitle");
});
