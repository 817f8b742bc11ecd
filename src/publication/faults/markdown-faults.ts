/**
 * What is wrong inside Markdown: headings, links, pictures and language marks. Input: the Markdown
 * of a body or of one field, and the content folder. Output: faults. It renders nothing. HTML is no
 * fault: it is published as the text it is.
 */
import MarkdownIt, { type Token } from "markdown-it";
import { ABBREVIATION_OPEN } from "../../markdown/words/abbreviations.ts";
import { referenceOf } from "../../markdown/references/cross-references.ts";
import { citationOf, CITE_NUMBER, type Citation } from "../../markdown/citations/citations.ts";
import { dialect } from "../../markdown/dialect.ts";
import { faultOf, type Wording } from "../../markdown/fault-token.ts";
import { blockOf, type FencedBlock } from "../../markdown/blocks/fenced-block.ts";
import { TERM_OPEN, termOfToken } from "../../markdown/glossary/glossary.ts";
import {
  INDEX_LIST_OPEN,
  placeOfToken,
  type IndexPlace,
} from "../../markdown/index/index-places.ts";
import { breaksWithin } from "../../markdown/mathematics/mathematics.ts";
import { kindOfId, type TargetKind } from "../../markdown/references/numbered.ts";
import { NOTE_CALL } from "../../markdown/notes.ts";
import {
  environmentWith,
  type NamedTableFile,
  type TableFiles,
} from "../../markdown/tables/table-files.ts";
import { SPAN_OPEN, unknownLanguage } from "../../markdown/words/spans.ts";
import { quoteValue, type Fault } from "./fault.ts";
import type { Markup } from "../fields/fields.ts";
import { isKnownLanguage } from "../fields/language-tag.ts";
import { headingsAmong, type TextHeading } from "../links/heading-fragments.ts";
import { innerLink } from "../links/inner-link.ts";
import type { Theme } from "../../theme/theme.ts";
import { fieldPassages, inEachEdition, unshownPassages } from "./passage-faults.ts";
import { pictureFault } from "./picture-fault.ts";
import { repetitionFaults } from "./repeated-words.ts";
import { pathOfAddress } from "../fields/picture-path.ts";

export interface MarkdownPlace {
  readonly file: string;
  /** Line of the file on which the Markdown begins. */
  readonly line: number;
  /** The field that holds the Markdown; absent for a body. */
  readonly field?: string;
}

const parser = new MarkdownIt({ html: false });
// Every link and picture is to be seen here, those that rendering will refuse above all.
parser.validateLink = () => true;
parser.use(dialect);

interface PlacedWording extends Wording {
  /** Lines below the first. */
  readonly lineOffset: number;
}

interface InlineToken {
  readonly token: Token;
  readonly lineOffset: number;
}

/** The tokens of all inline content, with their lines; markdown-it knows those of blocks only. */
function inlineTokens(blocks: readonly Token[]): readonly (readonly InlineToken[])[] {
  let lineOffset = 0;
  return blocks.flatMap((block) => {
    // Cells of a table have no lines of their own: they keep those of their row.
    lineOffset = block.map?.[0] ?? lineOffset;
    if (block.type !== "inline") return [];
    let breaks = 0;
    const children = (block.children ?? []).map((token) => {
      if (token.type === "softbreak" || token.type === "hardbreak") breaks += 1;
      const placed = { token, lineOffset: lineOffset + breaks };
      breaks += breaksWithin(token);
      return placed;
    });
    return [children];
  });
}

/** Each edition is to have headings in their order. */
function headingFaultsInEditions(blocks: readonly Token[]): readonly PlacedWording[] {
  const all = inEachEdition(blocks).flatMap(headingFaults);
  const keyOf = ({ lineOffset, message }: PlacedWording): string => `${lineOffset} ${message}`;
  return [...new Map(all.map((fault) => [keyOf(fault), fault])).values()];
}

function headingFaults(blocks: readonly Token[]): readonly PlacedWording[] {
  let level = 1;
  return blocks.flatMap((block, index) => {
    if (block.type !== "heading_open") return [];
    const above = level;
    level = Number(block.tag.slice(1));
    const lineOffset = block.map?.[0] ?? 0;
    const faults: PlacedWording[] = [];
    if (level === 1) {
      faults.push({
        lineOffset,
        message: "there is a second title: a heading of level 1",
        expected: "headings of level 2 and below; the title comes from the fields",
        hint: "write `##` in its place, or remove it if it repeats the title",
      });
    } else if (level > above + 1) {
      faults.push({
        lineOffset,
        message: `a heading of level ${level} follows ${above === 1 ? "the title" : `one of level ${above}`}`,
        expected: `a heading of level ${above + 1} or above`,
        hint: `write \`${"#".repeat(above + 1)}\` in its place`,
      });
    }
    if (blocks[index + 1]?.content.trim() === "") {
      faults.push({
        lineOffset,
        message: "a heading has no text",
        expected: "text after the #",
        hint: "write the heading, or remove the line",
      });
    }
    return faults;
  });
}

/** What stands between a `link_open` and its `link_close`. */
function linkContent(tokens: readonly InlineToken[], openIndex: number): readonly Token[] {
  const end = tokens.findIndex(({ token }, at) => at > openIndex && token.type === "link_close");
  return tokens.slice(openIndex + 1, end).map(({ token }) => token);
}

function linkFaults(tokens: readonly InlineToken[]): readonly PlacedWording[] {
  return tokens.flatMap(({ token, lineOffset }, index) => {
    if (token.type !== "link_open") return [];
    const address = String(token.attrGet("href") ?? "");
    const faults: PlacedWording[] = [];
    // A picture in a link is its text; if it has none, that is the fault to fix.
    const hasText = linkContent(tokens, index).some(
      ({ type, content }) => type === "image" || content.trim() !== "",
    );
    if (!hasText) {
      faults.push({
        lineOffset,
        message: `the link to ${quoteValue(address)} has no text`,
        expected: "text between the square brackets that says where the link leads",
        hint: "write `[text](address)`",
      });
    }
    const scheme = /^[^/?#]*?:/u.exec(address)?.[0].toLowerCase();
    const isAllowed = scheme === undefined || ["http:", "https:", "mailto:"].includes(scheme);
    if (address === "" || address.startsWith("//") || !isAllowed) {
      faults.push({
        lineOffset,
        message: `${quoteValue(address)} is not an address that a link may have`,
        expected: "an address that begins with https:, http: or mailto:, or a #",
        hint: "write the whole address, such as https://example.org/",
      });
    }
    return faults;
  });
}

/** A link into the publication, and where it stands. */
export interface PlacedLink extends MarkdownPlace {
  /** As Markdown has it, such as `#quay` or `accounts.md#notes`. */
  readonly address: string;
  /** Where it leads to a term of the glossary. */
  readonly term?: string | undefined;
}

/** The links of Markdown that lead into the publication. */
export function innerLinksIn(
  source: string,
  at: MarkdownPlace,
  markup: Markup,
): readonly PlacedLink[] {
  const tokens = markup === "inline" ? parser.parseInline(source, {}) : parser.parse(source, {});
  return innerLinksAmong(tokens, at);
}

function innerLinksAmong(tokens: readonly Token[], at: MarkdownPlace): readonly PlacedLink[] {
  return inlineTokens(tokens)
    .flat()
    .flatMap(({ token, lineOffset }) => {
      const isLink = token.type === "link_open" || token.type === TERM_OPEN;
      const address = isLink ? String(token.attrGet("href") ?? "") : "";
      if (innerLink(address) === undefined) return [];
      return [{ ...at, line: lineAt(at, lineOffset), address, term: termOfToken(token) }];
    });
}

/** Tags that are formed as one of a language is, and are none. */
function languageFaults(tokens: readonly InlineToken[]): readonly PlacedWording[] {
  return tokens.flatMap(({ token, lineOffset }) => {
    const isSpan = [SPAN_OPEN, TERM_OPEN, ABBREVIATION_OPEN].includes(token.type);
    const lang = isSpan ? token.attrGet("lang") : null;
    const tag = lang === null ? undefined : String(lang);
    return tag === undefined || isKnownLanguage(tag)
      ? []
      : [{ lineOffset, ...unknownLanguage(tag) }];
  });
}

/** Of blocks and of what stands in lines. */
function dialectFaults(
  blocks: readonly Token[],
  texts: readonly (readonly InlineToken[])[],
): readonly PlacedWording[] {
  const all = [
    ...blocks.map((token) => ({ token, lineOffset: token.map?.[0] ?? 0 })),
    ...texts.flat(),
  ];
  return all.flatMap(({ token, lineOffset }) => {
    const wording = faultOf(token);
    return wording === undefined ? [] : [{ ...wording, lineOffset }];
  });
}

async function pictureFaults(
  tokens: readonly InlineToken[],
  contentDir: string,
): Promise<readonly PlacedWording[]> {
  const faults = await Promise.all(
    tokens.map(async ({ token, lineOffset }): Promise<readonly PlacedWording[]> => {
      if (token.type !== "image") return [];
      const source = String(token.attrGet("src") ?? "");
      const wrongFile = await pictureFault(contentDir, pathOfAddress(source));
      const noText: Wording = {
        message: `the picture ${quoteValue(source)} has no text that stands for it`,
        expected: "between the square brackets, what the picture shows",
        hint: "write `![A map of Madrid](images/madrid.png)`; what only decorates belongs to the styles",
      };
      return [
        ...(wrongFile === undefined ? [] : [wrongFile]),
        ...(token.content.trim() === "" ? [noText] : []),
      ].map((fault) => ({ ...fault, lineOffset }));
    }),
  );
  return faults.flat();
}

/** The lines of a field are not the lines of its text: YAML may fold it. */
function lineAt({ line, field }: MarkdownPlace, lineOffset: number): number {
  return field === undefined ? line + lineOffset : line;
}

function place(faults: readonly PlacedWording[], at: MarkdownPlace): readonly Fault[] {
  return faults.map(({ lineOffset, ...wording }) => ({
    ...at,
    line: lineAt(at, lineOffset),
    ...wording,
  }));
}

async function inlineFaults(
  blocks: readonly Token[],
  contentDir: string,
): Promise<readonly PlacedWording[]> {
  const texts = inlineTokens(blocks);
  const ofPictures = await Promise.all(texts.map((text) => pictureFaults(text, contentDir)));
  return [
    ...dialectFaults(blocks, texts),
    ...texts.flatMap(linkFaults),
    ...texts.flatMap(languageFaults),
    ...ofPictures.flat(),
  ];
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

function anchorsAmong(blocks: readonly Token[]): readonly Anchor[] {
  const inBlocks = blocks.map((token) => ({ token, lineOffset: token.map?.[0] ?? 0 }));
  return [...inBlocks, ...inlineTokens(blocks).flat()].flatMap(({ token, lineOffset }) => {
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
  return inlineTokens(tokens)
    .flat()
    .flatMap(({ token, lineOffset }) => {
      const reference = referenceOf(token);
      if (reference === undefined) return [];
      return [{ id: reference.id, file: at.file, line: lineAt(at, lineOffset) }];
    });
}

/** A field may be shown in several places, and an id in one. */
function fieldIdFaults(blocks: readonly Token[]): readonly PlacedWording[] {
  return anchorsAmong(blocks).map(({ id, lineOffset }) => ({
    lineOffset,
    message: `the id ${quoteValue(id)} stands in a field, which pages may show more than once`,
    expected: "ids in texts alone",
    hint: "remove the id, and let links lead to the file",
  }));
}

/** A field may be shown where links have no place, and as plain text. */
function fieldReferenceFaults(blocks: readonly Token[]): readonly PlacedWording[] {
  return inlineTokens(blocks)
    .flat()
    .flatMap(({ token, lineOffset }) => {
      const reference = referenceOf(token);
      if (reference === undefined) return [];
      return [
        {
          lineOffset,
          message: `a field refers to ${quoteValue(`@${reference.id}`)}`,
          expected: "references in texts alone",
          hint: `write a link, such as \`[the figure](#${reference.id})\`, or \\@ for a sign that is to be printed`,
        },
      ];
    });
}

/** What stands in a text and not in a field. */
function fieldFaults(blocks: readonly Token[]): readonly PlacedWording[] {
  return [
    ...fieldIdFaults(blocks),
    ...fieldNoteFaults(blocks),
    ...fieldReferenceFaults(blocks),
    ...fieldPassages(blocks),
    ...fieldCitationFaults(blocks),
    ...fieldIndexFaults(blocks),
  ];
}

/** A field has no place for a list of notes, and may be shown in several. */
function fieldNoteFaults(blocks: readonly Token[]): readonly PlacedWording[] {
  return inlineTokens(blocks)
    .flat()
    .filter(({ token }) => token.type === NOTE_CALL)
    .map(({ lineOffset }) => ({
      lineOffset,
      message: "a note is called in a field",
      expected: "notes in texts alone",
      hint: "put it into the sentence, in brackets, or call it in the text",
    }));
}

/** The same for the list of sources. */
function fieldCitationFaults(blocks: readonly Token[]): readonly PlacedWording[] {
  return inlineTokens(blocks)
    .flat()
    .filter(({ token }) => citationOf(token) !== undefined)
    .map(({ lineOffset }) => ({
      lineOffset,
      message: "a source is cited in a field",
      expected: "citations in texts alone",
      hint: "cite it in the text, or write \\@ for a sign that is to be printed",
    }));
}

/** Where sources are cited, and the number of the citation in its text. */
export interface PlacedCitation {
  readonly citation: Citation;
  readonly number: number;
  readonly line: number;
}

function citationsAmong(blocks: readonly Token[], at: MarkdownPlace): readonly PlacedCitation[] {
  return inlineTokens(blocks)
    .flat()
    .flatMap(({ token, lineOffset }) => {
      const citation = citationOf(token);
      const number = Number(token.attrGet(CITE_NUMBER));
      return citation === undefined ? [] : [{ citation, number, line: lineAt(at, lineOffset) }];
    })
    .toSorted((one, other) => one.number - other.number);
}

/** A field may be shown in several places, and an entry leads to one. */
function fieldIndexFaults(blocks: readonly Token[]): readonly PlacedWording[] {
  return [
    ...indexesAmong(blocks).map((lineOffset) => ({ lineOffset, what: "the index stands" })),
    ...indexPlacesAmong(blocks).map(({ lineOffset }) => ({
      lineOffset,
      what: "an entry of the index stands",
    })),
  ].map(({ lineOffset, what }) => ({
    lineOffset,
    message: `${what} in a field, which pages may show more than once`,
    expected: "the index and its entries in texts alone",
    hint: "move it to the text of a file",
  }));
}

/** Lines on which the index is to stand. */
function indexesAmong(blocks: readonly Token[]): readonly number[] {
  return blocks.flatMap(({ type, map }) => (type === INDEX_LIST_OPEN ? [map?.[0] ?? 0] : []));
}

function indexPlacesAmong(
  blocks: readonly Token[],
): readonly { readonly place: IndexPlace; readonly lineOffset: number }[] {
  return inlineTokens(blocks)
    .flat()
    .flatMap(({ token, lineOffset }) => {
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

/** What a text has that is judged with other things than itself, and what is wrong with the rest. */
export interface ReadText {
  readonly faults: readonly Fault[];
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
}

/** What a text may show beside what is in it. */
export interface TextAround {
  /** By their names; what is said of those that repeat words is looked for in the text. */
  readonly blocks?: Theme["blocks"];
  /** What it may show as tables. */
  readonly tableFiles?: TableFiles;
}

/** A table of a file that a text shows, and the line of the text on which it begins. */
export type PlacedTableFile = NamedTableFile & { readonly line: number };

/** The files whose rows a text shows as tables. */
export function tableFilesNamedIn(body: string, at: MarkdownPlace): readonly PlacedTableFile[] {
  const named: PlacedTableFile[] = [];
  const rowsOf = (file: NamedTableFile, line: number): undefined => {
    named.push({ ...file, line: at.line + line });
  };
  parser.parse(body, environmentWith({ rowsOf }));
  return named;
}

/**
 * Faults in a text, but for those of its blocks, which need the theme.
 */
export async function readText(
  body: string,
  at: MarkdownPlace,
  contentDir: string,
  { blocks = new Map(), tableFiles }: TextAround = {},
): Promise<ReadText> {
  const tokens = parser.parse(body, tableFiles === undefined ? {} : environmentWith(tableFiles));
  const inTokens = [
    ...headingFaultsInEditions(tokens),
    ...unshownPassages(tokens),
    ...repetitionFaults(tokens, blocks),
  ];
  return {
    indexPlaces: indexPlacesAmong(tokens).map(({ place: named, lineOffset }) => ({
      place: named,
      line: at.line + lineOffset,
    })),
    indexes: indexesAmong(tokens).map((lineOffset) => at.line + lineOffset),
    citations: citationsAmong(tokens, at),
    links: innerLinksAmong(tokens, at),
    references: referencesAmong(tokens, at),
    headings: headingsAmong(tokens),
    anchors: anchorsAmong(tokens).map(({ lineOffset, ...anchor }) => ({
      ...anchor,
      line: at.line + lineOffset,
    })),
    faults: place([...inTokens, ...(await inlineFaults(tokens, contentDir))], at),
    blocks: tokens.flatMap((token) => {
      const block = blockOf(token);
      return block === undefined ? [] : [{ block, line: at.line + (token.map?.[0] ?? 0) }];
    }),
  };
}

/** Faults in a text that has no blocks. Pictures are looked for in `contentDir`. */
export async function bodyFaults(
  body: string,
  at: MarkdownPlace,
  contentDir: string,
): Promise<readonly Fault[]> {
  const { faults, blocks } = await readText(body, at, contentDir);
  const tokens = parser.parse(body, {});
  return [
    ...faults,
    ...place(fieldFaults(tokens), at),
    ...blocks.map(({ line }) => ({ ...at, line, ...NO_BLOCKS })),
  ];
}

const NO_BLOCKS: Wording = {
  message: "there is a block here",
  expected: "text without blocks of the theme",
  hint: "remove the lines of colons",
};

/** Faults in a field of inline Markdown. */
export async function inlineFieldFaults(
  source: string,
  at: MarkdownPlace,
  contentDir: string,
): Promise<readonly Fault[]> {
  const tokens = parser.parseInline(source, {});
  return place([...fieldFaults(tokens), ...(await inlineFaults(tokens, contentDir))], at);
}

/** True where the Markdown is one paragraph and nothing else. */
export function isOneParagraph(body: string): boolean {
  const types = parser.parse(body, {}).map(({ type }) => type);
  return types.join(" ") === "paragraph_open inline paragraph_close";
}
