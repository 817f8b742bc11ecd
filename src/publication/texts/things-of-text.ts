/**
 * What a text has that concerns others: links, ids, references, citations, places of the index, blocks.
 * Input: its tokens, and where it begins; output: each with its line. It judges nothing.
 */
import type { Token } from "markdown-it";
import { citationOf, CITE_NUMBER, type Citation } from "../../markdown/citations/citations.ts";
import { blockOf, type FencedBlock } from "../../markdown/blocks/fenced-block.ts";
import { TERM_OPEN, termOfToken } from "../../markdown/glossary/glossary.ts";
import {
  INDEX_LIST_OPEN,
  placeOfToken,
  type IndexPlace,
} from "../../markdown/index/index-places.ts";
import { referenceOf } from "../../markdown/references/cross-references.ts";
import { kindOfId, type TargetKind } from "../../markdown/references/numbered.ts";
import { listedKindOf, type ListedKind } from "../../markdown/references/numbered-lists.ts";
import { headingsAmong, type TextHeading } from "../links/heading-fragments.ts";
import { innerLink } from "../links/inner-link.ts";
import { allInline, allTokens, lineAt, type MarkdownPlace } from "./text-tokens.ts";

/** A link into the publication, and where it stands. */
export interface PlacedLink extends MarkdownPlace {
  /** As Markdown has it, such as `#quay` or `accounts.md#notes`. */
  readonly address: string;
  /** Where it leads to a term of the glossary. */
  readonly term?: string | undefined;
}

export function innerLinksAmong(
  tokens: readonly Token[],
  at: MarkdownPlace,
): readonly PlacedLink[] {
  return allInline(tokens).flatMap(({ token, lineOffset }) => {
    const isLink = token.type === "link_open" || token.type === TERM_OPEN;
    const address = isLink ? String(token.attrGet("href") ?? "") : "";
    if (innerLink(address) === undefined) return [];
    return [{ ...at, line: lineAt(at, lineOffset), address, term: termOfToken(token) }];
  });
}

/** An id that an author gave to a heading, a figure, a table, a formula or words, and where. */
export interface PlacedAnchor {
  readonly id: string;
  readonly line: number;
  /** What a reference may call it; undefined where it has neither a number nor a title. */
  readonly kind: TargetKind | undefined;
  /** That the glossary defines here. */
  readonly term?: string | undefined;
}

/** What is referred to by its number or its title, and where. */
export interface PlacedReference {
  readonly id: string;
  readonly file: string;
  readonly line: number;
}

interface Anchor extends Pick<PlacedAnchor, "id" | "kind" | "term"> {
  readonly lineOffset: number;
}

export function anchorsAmong(blocks: readonly Token[]): readonly Anchor[] {
  return allTokens(blocks).flatMap(({ token, lineOffset }) => {
    const id = token.attrGet("id");
    if (id === null) return [];
    const kind = kindOfId(String(id));
    const isSo = kind !== undefined && TOKENS[kind] === token.type;
    return [
      { id: String(id), kind: isSo ? kind : undefined, term: termOfToken(token), lineOffset },
    ];
  });
}

/** The tokens that open what references lead to. */
const TOKENS: Readonly<Record<TargetKind, string>> = {
  figure: "figure_open",
  table: "table_open",
  equation: "equation_open",
  section: "heading_open",
};

function referencesAmong(tokens: readonly Token[], at: MarkdownPlace): readonly PlacedReference[] {
  return allInline(tokens).flatMap(({ token, lineOffset }) => {
    const reference = referenceOf(token);
    if (reference === undefined) return [];
    return [{ id: reference.id, file: at.file, line: lineAt(at, lineOffset) }];
  });
}

/** Where sources are cited, and the number of the citation in its text. */
export interface PlacedCitation {
  readonly citation: Citation;
  readonly number: number;
  readonly line: number;
}

function citationsAmong(blocks: readonly Token[], at: MarkdownPlace): readonly PlacedCitation[] {
  return allInline(blocks)
    .flatMap(({ token, lineOffset }) => {
      const citation = citationOf(token);
      const number = Number(token.attrGet(CITE_NUMBER));
      return citation === undefined ? [] : [{ citation, number, line: lineAt(at, lineOffset) }];
    })
    .toSorted((one, other) => one.number - other.number);
}

/** Lines on which the index is to stand. */
export function indexesAmong(blocks: readonly Token[]): readonly number[] {
  return blocks.flatMap(({ type, map }) => (type === INDEX_LIST_OPEN ? [map?.[0] ?? 0] : []));
}

/** Where a list of figures or of tables is to stand. */
export interface PlacedNumberedList {
  readonly of: ListedKind;
  readonly line: number;
}

function numberedListsAmong(
  blocks: readonly Token[],
  at: MarkdownPlace,
): readonly PlacedNumberedList[] {
  return blocks.flatMap((token) => {
    const of = listedKindOf(token);
    return of === undefined ? [] : [{ of, line: at.line + (token.map?.[0] ?? 0) }];
  });
}

export function indexPlacesAmong(
  blocks: readonly Token[],
): readonly { readonly place: IndexPlace; readonly lineOffset: number }[] {
  return allInline(blocks).flatMap(({ token, lineOffset }) => {
    const place = placeOfToken(token);
    return place === undefined ? [] : [{ place, lineOffset }];
  });
}

/** A place that the index names, and its line. */
export interface PlacedIndexPlace {
  readonly place: IndexPlace;
  readonly line: number;
}

/** A fenced block of a text, and the line of the file on which it begins. */
export interface PlacedBlock {
  readonly block: FencedBlock;
  readonly line: number;
}

/** What of a text is judged with other files. */
export interface ThingsOfText {
  readonly blocks: readonly PlacedBlock[];
  /** Links into the publication. */
  readonly links: readonly PlacedLink[];
  readonly anchors: readonly PlacedAnchor[];
  readonly references: readonly PlacedReference[];
  readonly headings: readonly TextHeading[];
  /** In the order of reading. */
  readonly citations: readonly PlacedCitation[];
  readonly indexPlaces: readonly PlacedIndexPlace[];
  /** Lines on which the index is to stand. */
  readonly indexes: readonly number[];
  readonly numberedLists: readonly PlacedNumberedList[];
}

export const NO_THINGS: ThingsOfText = {
  ...{ blocks: [], links: [], anchors: [], references: [], headings: [] },
  ...{ citations: [], indexPlaces: [], indexes: [], numberedLists: [] },
};

export function thingsAmong(tokens: readonly Token[], at: MarkdownPlace): ThingsOfText {
  return {
    indexPlaces: indexPlacesAmong(tokens).map(({ place, lineOffset }) => ({
      place,
      line: at.line + lineOffset,
    })),
    indexes: indexesAmong(tokens).map((lineOffset) => at.line + lineOffset),
    numberedLists: numberedListsAmong(tokens, at),
    citations: citationsAmong(tokens, at),
    links: innerLinksAmong(tokens, at),
    references: referencesAmong(tokens, at),
    headings: headingsAmong(tokens),
    anchors: anchorsAmong(tokens).map(({ lineOffset, ...anchor }) => ({
      ...anchor,
      line: at.line + lineOffset,
    })),
    blocks: tokens.flatMap((token) => {
      const block = blockOf(token);
      return block === undefined ? [] : [{ block, line: at.line + (token.map?.[0] ?? 0) }];
    }),
  };
}
