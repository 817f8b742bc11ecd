/** The words of inline Markdown, without its marks. Input: tokens; output: text with single spaces. */
import type { Token } from "markdown-it";

/** What is between the token at `start` and the one that closes it; all that follows where it opens nothing. */
export function wordsFrom(tokens: readonly Token[], start = 0): string {
  let depth = 0;
  let words = "";
  for (const { nesting, type, content } of tokens.slice(start)) {
    depth += nesting;
    if (depth <= 0 && nesting < 0) break;
    words += /^(?:soft|hard)break$/u.test(type) ? " " : content;
  }
  return words.replace(/\s+/gu, " ").trim();
}
