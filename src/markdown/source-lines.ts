/**
 * The lines of Markdown in the HTML that is made of it, as a plugin of markdown-it: each block gets an
 * attribute with its line, and so does what stands on a later line of a paragraph, as a link or a
 * picture may. Input: Markdown; output: the same tokens with the attribute, which counts from 0 at the
 * first line that is not blank. Who puts the HTML into a page takes the attribute away.
 */
import type { MarkdownIt, Token } from "markdown-it";

export const SOURCE_LINE = "data-source-line";

export function sourceLines(markdown: MarkdownIt): void {
  markdown.core.ruler.push("source_lines", ({ src, tokens }) => {
    const first = src.split("\n").findIndex((line) => line.trim() !== "");
    let line = 0;
    for (const token of tokens) {
      // Cells of a table have no lines of their own: they keep those of their row.
      line = token.map?.[0] ?? line;
      if (token.type === "inline") noteLaterLines(token, line - first);
      else if (isElement(token)) token.attrSet(SOURCE_LINE, String(line - first));
    }
  });
}

/** What stands on the first line of a block needs no line of its own. */
function noteLaterLines({ content, children }: Token, firstLine: number): void {
  const tokens = children ?? [];
  const lineCount = content.split("\n").length;
  // A line may end within code or an address, which have no token for it: then only the block's is known.
  if (tokens.filter(isBreak).length !== lineCount - 1) return;
  let line = firstLine;
  for (const token of tokens) {
    if (isBreak(token)) line += 1;
    else if (line > firstLine && isElement(token)) token.attrSet(SOURCE_LINE, String(line));
  }
}

function isBreak({ type }: Token): boolean {
  return type === "softbreak" || type === "hardbreak";
}

/** It writes a start tag. */
function isElement({ tag, nesting }: Token): boolean {
  return tag !== "" && nesting >= 0;
}
