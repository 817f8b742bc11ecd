/**
 * Comments, `<!-- … -->`: they are for who reads the file, and no edition has them. Input: Markdown; output:
 * nothing, with as many line ends as the comment has; a comment that does not end is a fault.
 */
import type { StateBlock, StateInline } from "markdown-it";
import { indentOf, isIndentedCode, lineStart } from "../block-lines.ts";
import { pushFault, type Wording } from "../fault-token.ts";

export const COMMENT_START = "<!--";
export const COMMENT_END = "-->";

/** Up to which line no comment is found, and in what indent: it is asked of each line of a paragraph. */
const noneUntil = new WeakMap<StateBlock, { readonly line: number; readonly indent: number }>();

/** A comment that begins a line, over empty lines where need be, with nothing after it. */
export function commentBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  isSilent: boolean,
): boolean {
  const start = lineStart(state, startLine);
  if (isIndentedCode(state, startLine) || !state.src.startsWith(COMMENT_START, start)) return false;
  const none = noneUntil.get(state);
  if (none !== undefined && startLine <= none.line && state.blkIndent === none.indent) return false;
  let last = startLine;
  for (let line = startLine; line < endLine; line += 1) {
    if (line > startLine && !state.isEmpty(line) && indentOf(state, line) < 0) break;
    last = line;
    const from = line === startLine ? start + COMMENT_START.length : (state.bMarks[line] ?? 0);
    const text = state.src.slice(from, state.eMarks[line]);
    const end = text.indexOf(COMMENT_END);
    if (end === -1) continue;
    // With words after it, it belongs to their paragraph.
    if (text.slice(end + COMMENT_END.length).trim() !== "") break;
    if (!isSilent) state.line = line + 1;
    return true;
  }
  noneUntil.set(state, { line: last, indent: state.blkIndent });
  return false;
}

/** In a line, or over several of a paragraph. */
export function commentInLine(state: StateInline, isSilent: boolean): boolean {
  const { src, pos, posMax } = state;
  const found = src.indexOf(COMMENT_END, pos + COMMENT_START.length);
  const isOpen = found === -1 || found + COMMENT_END.length > posMax;
  const end = isOpen ? posMax : found + COMMENT_END.length;
  if (!isSilent) {
    const written = src.slice(pos, end);
    if (isOpen) pushFault(state, UNENDED, written);
    else {
      // The lines that it takes are counted all the same.
      const breaks = written.split("\n").length - 1;
      for (let index = 0; index < breaks; index += 1) state.push("softbreak", "br", 0);
    }
  }
  state.pos = end;
  return true;
}

const UNENDED: Wording = {
  message: "this comment does not end",
  expected: "`-->` after its words",
  hint: "write `-->` where it ends, or \\< for a sign that is to be printed",
};
