/**
 * HTML in Markdown, as a plugin of markdown-it. Comments are in no edition. Where a publication allows HTML,
 * the elements of `allowed-html.ts` are tokens as Markdown's own are, and all else is a fault; where it does
 * not, each tag is a fault, since the same text would be a table or a picture elsewhere. Input: Markdown;
 * output: tokens. No HTML of an author is written as it came: it is read, and what was read is written.
 */
import type { MarkdownIt, StateInline } from "markdown-it";
import { commentBlock, COMMENT_START, commentInLine } from "./comments.ts";
import { elementBlock } from "./element-block.ts";
import { pairTags } from "./pair-tags.ts";
import { isHtmlPermitted } from "./permission.ts";
import { pushTag } from "./push-tag.ts";
import { pushTagFault } from "./push-tag-fault.ts";
import { readTag } from "./tag.ts";
import { tagFault } from "./tag-faults.ts";

export function html(markdown: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote"];
  markdown.block.ruler.before("html_block", "comment_block", commentBlock, { alt });
  markdown.block.ruler.after("comment_block", "element_block", elementBlock, { alt });
  markdown.inline.ruler.after("autolink", "html_in_line", htmlInLine);
  markdown.core.ruler.after("inline", "html_pairs", (state) => {
    if (!isHtmlPermitted(state.md)) return;
    state.tokens = pairTags(state, state.tokens);
    for (const token of state.tokens) {
      if (token.children !== null) token.children = pairTags(state, token.children);
    }
  });
}

function htmlInLine(state: StateInline, isSilent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charAt(pos) !== "<") return false;
  if (src.startsWith(COMMENT_START, pos)) return commentInLine(state, isSilent);
  const tag = readTag(src, pos, posMax);
  if (tag === undefined) return false;
  if (!isSilent) {
    if (isHtmlPermitted(state.md)) pushTag(state, tag, "line");
    else pushTagFault(state, tag, tagFault(tag.typedName));
  }
  state.pos = pos + tag.written.length;
  return true;
}
