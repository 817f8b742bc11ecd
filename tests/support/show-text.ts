/** A text in Markdown as an edition shows it, without its theme and before typography. */
import { h } from "preact";
import { parseFragment, serialize } from "parse5";
import { renderToString } from "preact-render-to-string";
import { createMarkdown } from "../../src/markdown/create-markdown.ts";
import { ReadTableFiles } from "../../src/markdown/tables/table-files.ts";
import { showNumbers } from "../../src/web/text/show-numbers.tsx";
import type { CitationPlaces } from "../../src/web/text/citations/citation-places.ts";
import { showCitations } from "../../src/web/text/citations/show-citations.tsx";
import { showGlossary } from "../../src/web/text/glossary/show-glossary.tsx";
import { gatherIndex } from "../../src/web/text/index/gather-index.ts";
import { showIndex } from "../../src/web/text/index/show-index.tsx";
import { showNotes, type NotePlacement } from "../../src/web/text/notes/show-notes.tsx";
import { numberedIn } from "../../src/web/text/references/gather-numbered.ts";
import { targetsIn } from "../../src/web/text/references/numbered-things.ts";
import { showReferences } from "../../src/web/text/references/show-references.tsx";
import { showNumberedLists } from "../../src/web/text/references/show-numbered-lists.tsx";
import { renderFields } from "../../src/web/render-fields.ts";
import { showBlocks } from "../../src/web/text/show-blocks.ts";
import { textElements, type PictureElement } from "../../src/web/text/text-elements.ts";
import { loadHouseBlocks } from "../../src/theme/load-theme.ts";

const { blocks } = await loadHouseBlocks();

/** The file that docs/dialect.md shows. */
const TABLE_FILES = new ReadTableFiles([
  [
    { path: "tables/loans.csv", separator: undefined },
    [
      ["Library", "2020", "2021"],
      ["Quay", "12", "-1250.5"],
      ["  Boat", "9", "80 %"],
      ["Total", "21", "-1170.5"],
    ],
  ],
]);

/**
 * @param slug of the file that the text is in: ids of notes begin with it.
 * @param places where the text cites its sources.
 * @param allowsHtml whether the publication allows HTML in its texts.
 */
export function showText(
  source: string,
  placement: NotePlacement,
  slug = "boat",
  places?: CitationPlaces,
  allowsHtml = false,
): string {
  const citing = { file: `${slug}.md`, lang: "en", headingLevel: 3, listLang: "en" } as const;
  const text = createMarkdown({ tableFiles: TABLE_FILES, allowsHtml }).render(source);
  const picture: PictureElement = (src, alt) => h("img", { src, alt });
  const of = { slug, lang: "en", publicationLang: "en", headingLevel: 3 } as const;
  const references = showReferences({
    targets: targetsIn(new Map([[slug, text]])),
    lang: "en",
    hasPages: placement !== "list",
    title: (title) => textElements(title, { picture, withoutLinks: true }),
  });
  const formats = placement === "list" ? (["html"] as const) : (["pdf"] as const);
  const elements = textElements(text, {
    ...{ lang: "en", picture },
    abbreviations: { lang: "en", headingLevel: 3 },
    citations: places && showCitations(places, citing),
    notes: showNotes(placement, of),
    number: showNumbers(placement === "list" ? "screen" : "paper", "en"),
    ...{ references, formats },
    numberedLists: showNumberedLists(
      numberedIn(text, formats).map((thing) => ({ ...thing, file: slug })),
      {
        ...{ ...of, label: references.label },
        caption: ({ caption }) => textElements(caption, { picture, withoutLinks: true }),
      },
    ),
    block: showBlocks({
      ...{ ...of, source: { file: `${slug}.md`, line: 1 } },
      blockNamed: (name) => {
        const block = blocks.get(name);
        if (block === undefined) throw new RangeError(`not every theme has a block ${name}`);
        return block;
      },
      renderFields: ({ schema }, fields) =>
        renderFields(schema, fields, {
          inline: (inline) => textElements(createMarkdown().renderInline(inline), { picture }),
          picture: () => picture,
        }),
    }),
    glossary: showGlossary,
    index: showIndex(gatherIndex([{ slug, title: "The boat", html: text }]), {
      ...{ ...of, isPaged: placement !== "list" },
    }),
  });
  const html = renderToString(h("x-text", {}, elements)).replace(/^<x-text>|<\/x-text>$/gu, "");
  // As pages are written in the end.
  return serialize(parseFragment(html));
}
