/**
 * What tables have beside GitHub's syntax, as a plugin of markdown-it: captions, ids, headers of rows,
 * several rows of heads, and cells that are joined. Input: Markdown; output: tokens of tables as HTML
 * has them. `docs/dialect.md` says how each is written.
 */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { faultToken, type Wording } from "../fault-token.ts";
import { arrangeTable } from "./arrange-table.ts";
import { bracesOf, CAPTION, captionBlocks } from "./caption-block.ts";
import { fileTables } from "./file-table.ts";
import { WIDE } from "./table-settings.ts";

export function tables(markdown: MarkdownIt): void {
  markdown.use(captionBlocks).use(fileTables);
  markdown.core.ruler.after("inline", "tables", (state) => {
    state.tokens = [...arrangeTables(state)];
    markHeadingsOfWideTables(state.tokens);
  });
}

interface Segment {
  readonly kind: "table" | "caption" | "other";
  readonly tokens: readonly Token[];
}

/** A caption belongs to the table before it, or to that after it if that one has none. */
function arrangeTables(state: StateCore): readonly Token[] {
  const segments = segmentsOf(state.tokens);
  const captions = new Map<Segment, Segment>();
  const stray = new Set<Segment>();
  for (const [index, segment] of segments.entries()) {
    if (segment.kind !== "caption") continue;
    const [before, after] = [segments[index - 1], segments[index + 1]];
    if (before?.kind === "table" && !captions.has(before)) captions.set(before, segment);
    else if (after?.kind === "table") captions.set(after, segment);
    else stray.add(segment);
  }
  return segments.flatMap((segment) => {
    if (segment.kind === "table") {
      return arrangeTable(state, segment.tokens, captions.get(segment)?.tokens);
    }
    if (segment.kind === "other") return segment.tokens;
    return stray.has(segment) ? strayCaption(state, segment.tokens) : [];
  });
}

/** A heading right above a wide table goes to the table's page with it. */
function markHeadingsOfWideTables(tokens: readonly Token[]): void {
  for (const [index, { type }] of tokens.entries()) {
    if (type !== "heading_close" || !isWide(tokens[index + 1])) continue;
    tokens
      .findLast((each, at) => at < index && each.type === "heading_open")
      ?.attrJoin("class", WIDE);
  }
}

function isWide(token: Token | undefined): boolean {
  return token?.type === "table_open" && String(token.attrGet("class")).split(" ").includes(WIDE);
}

function segmentsOf(tokens: readonly Token[]): readonly Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (const [index, { type }] of tokens.entries()) {
    const kind = type.startsWith("table_") && !type.startsWith(CAPTION) ? "table" : "caption";
    if (type === "table_open" || type === `${CAPTION}_open`) {
      if (index > start) segments.push({ kind: "other", tokens: tokens.slice(start, index) });
      start = index;
    } else if (type === "table_close" || type === `${CAPTION}_close`) {
      segments.push({ kind, tokens: tokens.slice(start, index + 1) });
      start = index + 1;
    }
  }
  return [...segments, { kind: "other", tokens: tokens.slice(start) }];
}

/** A paragraph with its text as it was written. */
function strayCaption(state: StateCore, tokens: readonly Token[]): readonly Token[] {
  const [opening, inline, closing] = tokens;
  if (opening === undefined || inline === undefined || closing === undefined) return [];
  const written = [inline.content, bracesOf(opening) ?? ""].filter((part) => part !== "");
  inline.children = [faultToken(state, STRAY, `: ${written.join(" ")}`)];
  Object.assign(opening, { type: "paragraph_open", tag: "p", meta: null });
  Object.assign(closing, { type: "paragraph_close", tag: "p" });
  return tokens;
}

const STRAY: Wording = {
  message: "a paragraph that begins with a colon belongs to no table, and to no term",
  expected: "the caption of a table right before or after it, or a definition right after its term",
  hint: "move it to its table or its term, or write `\\:` where the sign itself is meant",
};
