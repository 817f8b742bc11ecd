/** Blocks of the theme that stand in the text of a chapter. */
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, it } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import type { Chapter } from "../../../src/publication/publication.ts";
import type { RenderedChapter } from "../../../src/theme/rendered.ts";
import { loadTheme } from "../../../src/theme/load-theme.ts";
import { renderPublication } from "../../../src/web/render-publication.ts";

const theme = await loadTheme("voices");

function renderChapters(text: string, title = "The boat"): readonly RenderedChapter[] {
  const chapter: Chapter = {
    ...{
      kind: "chapter",
      slug: "boat",
      file: "content/boat.md",
      body: text,
      bodyLine: 4,
      after: [],
    },
    fields: { title: title as never },
  };
  const publication = {
    ...{ title: "A year", lead: "A lead.", lang: "en", publisher: "Nobody", slug: "year" },
    ...{ editions: [], chapters: [chapter], themeFields: theme.fields.parse({}) },
  };
  const html = createMarkdown({ headingOffset: 1 }).render(text);
  const { chapters } = renderPublication(
    { publication, theme },
    new Map([["content/boat.md", html]]),
  );
  return chapters;
}

const render = (text: string): string =>
  renderChapters(text)
    .map(({ element }) => renderToString(element))
    .join("");

type Element = DefaultTreeAdapterTypes.Element;

function elementsIn(node: DefaultTreeAdapterTypes.ParentNode): readonly Element[] {
  return node.childNodes.flatMap((child) =>
    "tagName" in child ? [child, ...elementsIn(child)] : [],
  );
}

function idsAndTags(html: string): readonly (readonly [tag: string, id: string])[] {
  return elementsIn(parseFragment(html)).flatMap(({ tagName, attrs }) =>
    attrs.filter(({ name }) => name === "id").map(({ value }) => [tagName, value] as const),
  );
}

it("are shown by the theme, with ids of their own and headings a level lower", () => {
  const html = render(
    'Text.\n\n::: {.callout title="Lend a *hand*"}\nA short text.\n:::\n\n::: {.callout #second title="Two"}\nAnother.\n:::\n',
  );
  expect(idsAndTags(html)).toEqual([
    ["section", "boat"],
    ["h2", "boat-title"],
    ["aside", "boat-callout-1"],
    ["h3", "boat-callout-1-title"],
    ["aside", "second"],
    ["h3", "second-title"],
  ]);
  expect(html).toContain("Lend a <em>hand</em>");
  expect(html).not.toContain("fenced-block");
});

it("take the one paragraph that they have into one of their own", () => {
  const html = render(
    '::: {.key-figure value="1.8 M" spoken="1.8 million"}\nboats on the quay.\n:::',
  );
  expect(html).toContain(
    '<p><strong class="value"><abbr title="1.8 million">1.8 <wbr/>M</abbr></strong> <span class="meaning">boats on the quay.</span></p>',
  );
});

it("have their language, where it is another", () => {
  expect(render('::: {.callout title="Hallo" lang=de}\nText.\n:::')).toContain(
    '<aside class="callout" id="boat-callout-1" role="note" aria-labelledby="boat-callout-1-title" lang="de"',
  );
});

it("leave a link out of a title where others link to it", () => {
  const [chapter] = renderChapters("Text.", "The [*boat*](https://example.org/) and its quay");
  expect(renderToString(h("i", {}, chapter?.title))).toBe("<i>The <em>boat</em> and its quay</i>");
  expect(renderToString(chapter?.element ?? h("i", {}))).toContain(
    '<h2 id="boat-title">The <a href="https://example.org/"><em>boat</em></a> and its quay</h2>',
  );
});
