/**
 * Text that stands lower or higher, as Pandoc has it: `H~2~O` and `x^2^`, with other inline marks in it
 * (`x^*n*^`), and without spaces unless they are written as `\ `. Input: Markdown; output: `sub` and
 * `sup`. Not markdown-it-sub and -sup, which show marks within as they were typed.
 */
import type { MarkdownIt, StateInline } from "markdown-it";
import { pushNested } from "./nested-inline.ts";

export function raisedText(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("escape", "escaped_space", escapedSpace);
  markdown.inline.ruler.after("emphasis", "subscript", between("~", "sub"));
  markdown.inline.ruler.after("emphasis", "superscript", between("^", "sup"));
}

/** A space after a backslash does not break (Pandoc, backslash escapes). */
function escapedSpace(state: StateInline, isSilent: boolean): boolean {
  if (!state.src.startsWith("\\ ", state.pos)) return false;
  if (!isSilent) state.pending += "\u00A0";
  state.pos += 2;
  return true;
}

function between(mark: string, tag: "sub" | "sup") {
  return (state: StateInline, isSilent: boolean): boolean => {
    const open = state.pos;
    if (isSilent || state.src.charAt(open) !== mark) return false;
    // `^[` begins a note.
    if (mark === "^" && state.src.charAt(open + 1) === "[") return false;
    const close = endOf(state, mark, open + 1);
    state.pos = open;
    if (close === undefined || close === open + 1) return false;
    pushNested(state, { name: tag, tag, start: open + 1, end: close });
    state.pos = close + 1;
    return true;
  };
}

/** Where the mark is that ends the text; undefined where a space comes before it. Moves `state.pos`. */
function endOf(state: StateInline, mark: string, start: number): number | undefined {
  state.pos = start;
  while (state.pos < state.posMax) {
    const at = state.pos;
    if (state.src.charAt(at) === mark) return at;
    state.md.inline.skipToken(state);
    if (/(?<!\\)\s/u.test(state.src.slice(at, state.pos))) return undefined;
  }
  return undefined;
}
