/**
 * Lines as rules for blocks of markdown-it read them. A line begins where its indent and the signs of the
 * blocks around it end.
 */
import type { StateBlock } from "markdown-it";

/** Its text; at the end, spaces are kept. */
export function lineAt(state: StateBlock, line: number): string {
  return state.src.slice(lineStart(state, line), state.eMarks[line]);
}

/** Its place in the source. */
export function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** Columns that it stands further in than the block around it; below 0 where it is not in it. */
export function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

/** Indented so far that it is code, unless it goes on with a paragraph. CommonMark 0.31.2, 4.4. */
export function isIndentedCode(state: StateBlock, line: number): boolean {
  return indentOf(state, line) >= 4;
}
