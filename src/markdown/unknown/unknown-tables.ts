/**
 * Tables that are drawn with signs, as Pandoc has them (grid tables; simple and multiline tables): they
 * are faults, since their cells would be printed as lines of text. Input: Markdown; output: one fault
 * for each table, whose text is shown as it was written.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { isIndentedCode, lineAt } from "../block-lines.ts";
import { pushFault, type Wording } from "../fault-token.ts";

const GRID_BORDER = /^\+(?:[-=:]{2,}\+)+[ \t]*$/u;
const GRID_LINE = /^[+|]/u;
/** Lines of hyphens, one for each column: a break between sections has nothing below it. */
const COLUMNS = /^-{3,}(?:[ \t]+-{3,})+[ \t]*$/u;

export function unknownTables(markdown: MarkdownIt): void {
  // Before breaks between sections and lists, which hyphens begin as well.
  markdown.block.ruler.before("hr", "unknown_table", unknownTable, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

function unknownTable(
  state: StateBlock,
  startLine: number,
  endLine: number,
  isSilent: boolean,
): boolean {
  if (isIndentedCode(state, startLine)) return false;
  const below = startLine + 1;
  const hasMore = below < endLine && !state.isEmpty(below);
  const first = lineAt(state, startLine);
  const isGrid = GRID_BORDER.test(first);
  if (!hasMore || !(isGrid ? GRID_LINE.test(lineAt(state, below)) : COLUMNS.test(first))) {
    return false;
  }
  if (isSilent) return true;
  let end = below;
  const belongs = (line: number): boolean =>
    isGrid ? GRID_LINE.test(lineAt(state, line)) : !state.isEmpty(line);
  while (end < endLine && belongs(end)) end += 1;
  const written = state.getLines(startLine, end, state.blkIndent, false);
  pushFault(state, FAULT, written).map = [startLine, end];
  state.line = end;
  return true;
}

const FAULT: Wording = {
  message: "this is a table in a form that is not known here",
  expected: "a table with `|` between its cells, and `|---|---|` below its head",
  hint: 'write it so, or put its rows in a CSV file and name it with `::: {.table csv="a.csv"}`',
};
