/**
 * Breaks of pages, as Quarto has them: `{{< pagebreak >}}` on a line of its own. Input: Markdown; output:
 * an empty element, of which the renderer of the text makes a break, or nothing. A break stands
 * between the blocks of a text, and in none of them but passages for some editions.
 */
import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { lineAt } from "../block-lines.ts";
import { faultToken } from "../fault-token.ts";
import { PASSAGE_OPEN } from "./passages.ts";

export const PAGE_BREAK = "page_break_open";
/** Nobody else writes such an element. */
export const PAGE_BREAK_ELEMENT = "page-break";

const SHORTCODE = /^\{\{<[ \t]*pagebreak[ \t]*>\}\}[ \t]*$/u;

export function pageBreaks(markdown: MarkdownIt): void {
  markdown.block.ruler.before("paragraph", "page_break", pageBreak);
  markdown.core.ruler.after("passages", "placed_page_breaks", (state) => {
    const around: string[] = [];
    state.tokens = state.tokens.flatMap((token): readonly Token[] => {
      if (token.type === PAGE_BREAK && around.some((type) => type !== PASSAGE_OPEN)) {
        const wrong = faultToken(state, MISPLACED, "");
        wrong.map = token.map;
        around.push(token.type);
        return [wrong, token];
      }
      if (token.nesting === 1) around.push(token.type);
      else if (token.nesting === -1) around.pop();
      return [token];
    });
  });
}

const MISPLACED = {
  message: "a page breaks within something else",
  expected: "a break between the paragraphs, headings and blocks of a text",
  hint: "move it before or after the list, quotation or block that it stands in",
};

function pageBreak(
  state: StateBlock,
  startLine: number,
  _endLine: number,
  isSilent: boolean,
): boolean {
  if (!SHORTCODE.test(lineAt(state, startLine))) return false;
  // Text goes on after it: it stands in a line of a paragraph.
  if (startLine + 1 < state.lineMax && !state.isEmpty(startLine + 1)) return false;
  if (isSilent) return true;
  const opening = state.push(PAGE_BREAK, PAGE_BREAK_ELEMENT, 1);
  const closing = state.push("page_break_close", PAGE_BREAK_ELEMENT, -1);
  // No line is ended after what is taken away.
  for (const token of [opening, closing]) token.block = false;
  opening.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}
