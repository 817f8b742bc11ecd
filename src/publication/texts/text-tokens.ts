/**
 * Markdown of authors as tokens, with the lines on which they stand. Input: a text or a field, and where it
 * is written; output: tokens. It judges nothing.
 */
import createMarkdownIt, { type MarkdownIt, type Token } from "markdown-it";
import { dialect } from "../../markdown/dialect.ts";
import type { Wording } from "../../markdown/fault-token.ts";
import { permitHtml } from "../../markdown/html/permission.ts";
import { breaksWithin } from "../../markdown/mathematics/mathematics.ts";
import { environmentWith, type TableFiles } from "../../markdown/tables/table-files.ts";
import type { Markup } from "../fields/fields.ts";
import type { Fault } from "../faults/fault.ts";

export interface MarkdownPlace {
  readonly file: string;
  /** Line of the file on which the Markdown begins. */
  readonly line: number;
  /** The field that holds the Markdown; absent for a body. */
  readonly field?: string;
}

const parser = createParser();
const htmlParser = createParser();
permitHtml(htmlParser);

function createParser(): MarkdownIt {
  const created = createMarkdownIt({ html: false });
  // Every link and picture is to be seen here, those that rendering will refuse above all.
  created.validateLink = () => true;
  return created.use(dialect);
}

export interface ParseOptions {
  /** What the text may show as tables. */
  readonly tableFiles?: TableFiles | undefined;
  /** Whether the publication allows HTML in its texts. */
  readonly allowsHtml?: boolean | undefined;
}

export function parseText(
  body: string,
  { tableFiles, allowsHtml = false }: ParseOptions = {},
): readonly Token[] {
  const environment = tableFiles === undefined ? {} : environmentWith(tableFiles);
  return (allowsHtml ? htmlParser : parser).parse(body, environment);
}

export function parseMarkup(source: string, markup: Markup): readonly Token[] {
  return markup === "inline" ? parser.parseInline(source, {}) : parser.parse(source, {});
}

export interface PlacedWording extends Wording {
  /** Lines below the first. */
  readonly lineOffset: number;
}

export interface PlacedToken {
  readonly token: Token;
  readonly lineOffset: number;
}

/** The tokens of all inline content, with their lines; markdown-it knows those of blocks only. */
export function inlineTokens(blocks: readonly Token[]): readonly (readonly PlacedToken[])[] {
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

/** The same one after the other. */
export function allInline(blocks: readonly Token[]): readonly PlacedToken[] {
  return inlineTokens(blocks).flat();
}

/** Blocks, and then what stands in lines. */
export function allTokens(blocks: readonly Token[]): readonly PlacedToken[] {
  const inBlocks = blocks.map((token) => ({ token, lineOffset: token.map?.[0] ?? 0 }));
  return [...inBlocks, ...allInline(blocks)];
}

/** The lines of a field are not the lines of its text: YAML may fold it. */
export function lineAt({ line, field }: MarkdownPlace, lineOffset: number): number {
  return field === undefined ? line + lineOffset : line;
}

export function placed(faults: readonly PlacedWording[], at: MarkdownPlace): readonly Fault[] {
  return faults.map(({ lineOffset, ...wording }) => ({
    ...at,
    line: lineAt(at, lineOffset),
    ...wording,
  }));
}
