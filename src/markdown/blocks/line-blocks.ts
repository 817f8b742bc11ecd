/**
 * Blocks of lines, as Pandoc has them, for verse and addresses: each line begins with a bar and a space,
 * spaces after that are kept, and a line that begins with a space goes on with the one before. Input:
 * Markdown; output: a box of paragraphs, of which a bar by itself begins the next, with breaks between
 * their lines.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { indentOf, isIndentedCode, lineAt } from "../block-lines.ts";
import { pushFault, type Wording } from "../fault-token.ts";

export const LINE_BLOCK = "line-block";

const LINE = /^\|(?:[ \t](?<text>.*))?$/u;
/** As the rows of a table end. */
const ROW = /[^\\]\|[ \t]*$/u;
const NO_BREAK_SPACE = "\u00A0";

interface Line {
  readonly text: string;
  /** Of the text that the parser reads. */
  readonly number: number;
  readonly wrong?: Wording;
}

export function lineBlocks(markdown: MarkdownIt): void {
  markdown.block.ruler.after("table", "line_block", lineBlock, {
    // Not within what a quotation or a table goes on with: rows of tables begin with bars, too.
    alt: ["paragraph", "reference"],
  });
}

function lineBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  isSilent: boolean,
): boolean {
  if (isIndentedCode(state, startLine) || !LINE.test(lineAt(state, startLine))) return false;
  // A table may begin with a bar and a space as well, and its rule comes first.
  if (isSilent) return true;
  const { lines, end } = linesFrom(state, startLine, endLine);
  const written = lines.filter(({ text }) => text !== "");
  if (written.length === 0) return false;
  const opening = state.push("line_block_open", "div", 1);
  opening.attrSet("class", LINE_BLOCK);
  opening.map = [startLine, end];
  opening.block = true;
  if (written.length > 1 && written.every(({ text }) => ROW.test(text))) {
    pushFault(state, ROWS, "").map = [startLine, end];
  }
  for (const stanza of stanzasOf(lines)) pushStanza(state, stanza);
  state.push("line_block_close", "div", -1).block = true;
  state.line = end;
  return true;
}

function pushStanza(state: StateBlock, lines: readonly Line[]): void {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return;
  const opening = state.push("paragraph_open", "p", 1);
  opening.map = [first.number, last.number + 1];
  for (const [index, { text, number, wrong }] of lines.entries()) {
    if (index > 0) state.push("hardbreak", "br", 0);
    if (wrong !== undefined) pushFault(state, wrong, "").map = [number, number + 1];
    const inline = state.push("inline", "", 0);
    const spaces = /^\s*/u.exec(text)?.[0].length ?? 0;
    inline.content = NO_BREAK_SPACE.repeat(spaces) + text.slice(spaces).trimEnd();
    inline.map = [number, number + 1];
    inline.children = [];
  }
  state.push("paragraph_close", "p", -1);
}

/** The lines of the block, and the first that is none of it. */
function linesFrom(
  state: StateBlock,
  from: number,
  to: number,
): { readonly lines: readonly Line[]; readonly end: number } {
  const lines: Line[] = [];
  let number = from;
  for (; number < to; number += 1) {
    const indent = indentOf(state, number);
    const text = lineAt(state, number);
    if (indent < 0 || state.isEmpty(number)) break;
    if (!text.startsWith("|")) {
      const before = lines.pop();
      if (indent === 0 || before === undefined) {
        if (before !== undefined) lines.push(before);
        break;
      }
      lines.push({ ...before, text: `${before.text} ${text.trim()}` });
    } else if (LINE.test(text)) lines.push({ text: lineText(text), number });
    else lines.push({ text: text.slice(1), number, wrong: NO_SPACE });
  }
  return { lines, end: number };
}

/** What stands after the bar and one space; a tab is four spaces wide. */
function lineText(written: string): string {
  const text = LINE.exec(written)?.groups?.text ?? "";
  return text.trim() === "" ? "" : text.replaceAll("\t", "    ");
}

function stanzasOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const stanzas: Line[][] = [[]];
  for (const line of lines) {
    if (line.text === "") stanzas.push([]);
    else stanzas.at(-1)?.push(line);
  }
  return stanzas.filter((stanza) => stanza.length > 0);
}

const ROWS: Wording = {
  message: "these are lines of verse, and look like the rows of a table",
  expected: "in a table, a second line of hyphens: `| --- | --- |`",
  hint: "add that line, or take away the bars at the ends of the lines",
};

const NO_SPACE: Wording = {
  message: "there is no space after the bar of this line",
  expected: "a bar and a space before each line, such as `| one`",
  hint: "write a space after the bar",
};
