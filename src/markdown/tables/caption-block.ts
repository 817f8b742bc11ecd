/**
 * The paragraph that says what a table is, as Pandoc has it: `: Members by year {#tbl-members}`, right
 * after a table or right before it, with or without an empty line between. `Table:` says the same, and is
 * a word like others where no table is beside it. Input: Markdown; output:
 * tokens `table_caption_open`, `inline` and `table_caption_close`, of which the first knows the
 * attributes at the end. `tables.ts` finds their table.
 *
 * A definition begins in the same way. A paragraph that stands after a term is a definition, but where
 * an empty line comes before it and a table after it.
 */
import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { indentOf, lineAt } from "../block-lines.ts";
import { scanAttributes } from "../attributes.ts";

export const CAPTION = "table_caption";

const MARKED = /^:[ \t]+(?<text>\S.*)$/su;
const NAMED = /^[Tt]able:[ \t]+(?<text>\S.*)$/su;
const DELIMITERS = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;

/** The attributes at the end of a caption, with their braces, as they were written. */
export function bracesOf(opening: Token | undefined): string | undefined {
  const braces = opening?.meta?.braces;
  return typeof braces === "string" ? braces : undefined;
}

export function captionBlocks(markdown: MarkdownIt): void {
  // Among what ends a block quote, because that is what ends the rows of a table.
  markdown.block.ruler.before("deflist", CAPTION, captionBlock, { alt: ["blockquote"] });
  markdown.block.ruler.before("deflist", "text_before_caption", textBeforeCaption);
}

function captionBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  isSilent: boolean,
): boolean {
  if (isNamed(state, startLine)) {
    if (isSilent) return state.parentType === "table" && !lineAt(state, startLine).includes("|");
    if (!isBesideTable(state, startLine, endLine)) return false;
  } else if (!isMarked(state, startLine)) return false;
  if (isSilent) return state.parentType === "table";
  const end = endOf(state, startLine, endLine);
  const written = state.getLines(startLine, end, state.blkIndent, false).trim();
  const { text, braces } = splitBraces(
    (MARKED.exec(written) ?? NAMED.exec(written))?.groups?.text ?? "",
  );
  const opening = state.push(`${CAPTION}_open`, "caption", 1);
  opening.meta = { braces };
  opening.map = [startLine, end];
  const inline = state.push("inline", "", 0);
  inline.content = text;
  inline.map = [startLine, end];
  inline.children = [];
  state.push(`${CAPTION}_close`, "caption", -1);
  state.line = end;
  return true;
}

/** A line that would be a term, if what comes after it were no caption. */
function textBeforeCaption(
  state: StateBlock,
  startLine: number,
  endLine: number,
  isSilent: boolean,
): boolean {
  const captionLine = startLine + 2;
  if (isSilent || captionLine >= endLine || !state.isEmpty(startLine + 1)) return false;
  if (!isMarked(state, captionLine)) return false;
  if (!isTable(state, endOf(state, captionLine, endLine), endLine)) return false;
  state.push("paragraph_open", "p", 1).map = [startLine, startLine + 1];
  const inline = state.push("inline", "", 0);
  inline.content = lineAt(state, startLine).trim();
  inline.map = [startLine, startLine + 1];
  inline.children = [];
  state.push("paragraph_close", "p", -1);
  state.line = startLine + 1;
  return true;
}

function isMarked(state: StateBlock, line: number): boolean {
  return begins(state, line, MARKED);
}

function isNamed(state: StateBlock, line: number): boolean {
  return begins(state, line, NAMED);
}

function begins(state: StateBlock, line: number, pattern: RegExp): boolean {
  const indent = indentOf(state, line);
  return indent >= 0 && indent < 4 && pattern.test(lineAt(state, line));
}

function isBesideTable(state: StateBlock, line: number, endLine: number): boolean {
  const before = state.tokens.at(-1);
  return (
    (before?.type === "table_close" && before.level === state.level) ||
    isTable(state, endOf(state, line, endLine), endLine)
  );
}

/** The line after the paragraph: an empty one, or one that begins something else. */
function endOf(state: StateBlock, startLine: number, endLine: number): number {
  const { parentType } = state;
  state.parentType = "paragraph";
  const rules = state.md.block.ruler.getRules("paragraph");
  const endsIt = (line: number): boolean =>
    state.isEmpty(line) ||
    isMarked(state, line) ||
    (indentOf(state, line) <= 3 && rules.some((rule) => rule(state, line, endLine, true)));
  let line = startLine + 1;
  while (line < endLine && !endsIt(line)) line += 1;
  state.parentType = parentType;
  return line;
}

/** Whether the next thing is a table. */
function isTable(state: StateBlock, from: number, endLine: number): boolean {
  let line = from;
  while (line < endLine && state.isEmpty(line)) line += 1;
  if (line + 1 >= endLine) return false;
  // One that is indented belongs to a definition.
  if (indentOf(state, line) >= 2) return false;
  return lineAt(state, line).includes("|") && DELIMITERS.test(lineAt(state, line + 1));
}

/**
 * Attributes stand at the end, after a space: without one they belong to the words before them, as the
 * language of a span does. A brace that nothing closes is an attempt at them.
 */
function splitBraces(text: string): { readonly text: string; readonly braces: string | undefined } {
  for (const { index } of text.matchAll(/(?<=^|\s)\{/gu)) {
    const end = scanAttributes(text, index)?.end;
    const isOpen = end === undefined && /^[^}]*\}?$/u.test(text.slice(index));
    if (end !== text.length && !isOpen) continue;
    return { text: text.slice(0, index).trimEnd(), braces: text.slice(index) };
  }
  return { text, braces: undefined };
}
