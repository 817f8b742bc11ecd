/**
 * Dashes, as Pandoc has them: two hyphens are an en dash, three an em dash. Input: Markdown; output: the
 * characters. More hyphens than three are as they were typed, and so are arrows, the ends of comments and what a
 * backslash stands before.
 */
import type { MarkdownIt, StateInline } from "markdown-it";

const HYPHENS = /-+/uy;
const DASHES = ["", "-", "–", "—"] as const;

export function dashes(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("escape", "dashes", (state: StateInline, isSilent) => {
    if (state.src.charAt(state.pos) !== "-") return false;
    HYPHENS.lastIndex = state.pos;
    const typed = HYPHENS.exec(state.src)?.[0] ?? "";
    const neighbours = state.src.charAt(state.pos - 1) + state.src.charAt(HYPHENS.lastIndex);
    const dash = /[<>!]/u.test(neighbours) ? undefined : DASHES[typed.length];
    if (!isSilent) state.pending += dash ?? typed;
    state.pos += typed.length;
    return true;
  });
}
