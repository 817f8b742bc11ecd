/**
 * How the text of a file is shown in an edition. Input: the file, its place, and what all texts of the edition
 * are rendered with; output: a showing for `text-elements.ts`.
 */
import { h, type JSX } from "preact";
import type { Format } from "../../markdown/blocks/passages.ts";
import type { BlockContent, ContentFile } from "../../publication/publication.ts";
import type { Block } from "../../theme/block.ts";
import type { Theme } from "../../theme/theme.ts";
import type { Bodies } from "../eleventy/texts.ts";
import { fieldsOf } from "../rendered-fields.ts";
import type { CitationPlaces } from "./citations/citation-places.ts";
import { showCitations } from "./citations/show-citations.tsx";
import type { ShownCode } from "./code/show-code.tsx";
import { showGlossary } from "./glossary/show-glossary.tsx";
import type { GatheredEntry } from "./index/gather-index.ts";
import { showIndex } from "./index/show-index.tsx";
import { showNotes, type NotePlacement } from "./notes/show-notes.tsx";
import type { NumberedThing } from "./references/gather-numbered.ts";
import type { Targets } from "./references/numbered-things.ts";
import { showCaption } from "./references/show-caption.ts";
import { showNumberedLists } from "./references/show-numbered-lists.tsx";
import { showReferences } from "./references/show-references.tsx";
import type { ShownTable } from "./scrolling-table.tsx";
import { showBlocks } from "./show-blocks.ts";
import { showNumbers } from "./show-numbers.tsx";
import { textElements, type PictureElement, type TextShowing } from "./text-elements.ts";

/** How an edition shows a table of a text. */
export type TableElement = (table: ShownTable) => JSX.Element;

/** What an edition puts code into. */
export type CodeBox = (code: ShownCode, lang: string) => JSX.Element;

/** What chapters are rendered with. */
export interface Rendering {
  readonly theme: Theme;
  readonly publicationLang: string;
  readonly bodies: Bodies;
  readonly picture: PictureElement;
  /** The edition has pages: references and the index may name them. */
  readonly isPaged: boolean;
  /** Where notes stand. */
  readonly notes: NotePlacement;
  readonly table: TableElement | undefined;
  /** What references lead to. */
  readonly targets: Targets;
  /** Languages of the content files. */
  readonly langs: ReadonlyMap<string, string>;
  readonly codeBox: CodeBox | undefined;
  readonly formats: readonly Format[];
  readonly citations: CitationPlaces | undefined;
  /** Of all texts. */
  readonly index: readonly GatheredEntry[];
  /** Figures and tables that the edition has. */
  readonly numbered: readonly NumberedThing[];
  /** The theme's own fields of publication.yaml, rendered. */
  readonly themeFields: unknown;
}

export function blockOf({ kind }: Pick<BlockContent, "kind">, { theme }: Rendering): Block {
  const block = theme.blocks.get(kind);
  if (block === undefined) throw new RangeError(`the theme ${theme.name} has no block ${kind}`);
  return block;
}

/** The level of the first headings below a chapter's. */
export function levelBelow(title: 2 | 3): 3 | 4 {
  return title === 2 ? 3 : 4;
}

/**
 * How the text of a file shows what is in it: blocks by the theme, with ids that begin with the file's.
 * @param around the file's language, and the level of its title.
 */
export function showingIn(
  { slug, file, bodyLine, links }: ContentFile,
  { lang: aroundLang, titleLevel }: { readonly lang: string; readonly titleLevel: 2 | 3 },
  rendering: Rendering,
): TextShowing {
  const source = { file, line: bodyLine };
  const headingLevel = levelBelow(titleLevel);
  const { table, codeBox, publicationLang, isPaged } = rendering;
  const block = showBlocks({
    ...{ slug, lang: aroundLang, publicationLang, headingLevel, source },
    blockNamed: (kind) => blockOf({ kind }, rendering),
    renderFields: ({ schema }, fields, places) =>
      fieldsOf(schema, fields, { file, links, ...places }, rendering),
  });
  const citing = { file, lang: aroundLang, headingLevel, listLang: publicationLang };
  const references = showReferences({
    ...{ targets: rendering.targets, hasPages: isPaged, lang: aroundLang },
    title: (html, titleFile) => {
      const title = textElements(html, { picture: rendering.picture, withoutLinks: true });
      const lang = rendering.langs.get(titleFile);
      return lang === undefined || lang === aroundLang ? title : h("span", { lang }, title);
    },
  });
  return {
    ...{ lang: aroundLang, picture: rendering.picture, block, links, source },
    formats: rendering.formats,
    ...(table && { table: (shown) => table({ ...shown, lang: aroundLang }) }),
    ...(codeBox && { codeBox: (shown) => codeBox(shown, aroundLang) }),
    headingsLowered: titleLevel - 2,
    number: showNumbers(isPaged ? "paper" : "screen", aroundLang),
    notes: showNotes(rendering.notes, {
      slug,
      lang: aroundLang,
      publicationLang,
      headingLevel,
    }),
    references,
    numberedLists: showNumberedLists(rendering.numbered, {
      ...{ slug, lang: aroundLang, headingLevel, label: references.label },
      caption: (thing) => showCaption(thing, aroundLang, rendering),
    }),
    abbreviations: { lang: aroundLang, headingLevel },
    citations: rendering.citations && showCitations(rendering.citations, citing),
    glossary: showGlossary,
    index: showIndex(rendering.index, {
      ...{ slug, lang: aroundLang, headingLevel, isPaged },
    }),
  };
}
