/** Inline Markdown as text without its marks, for places that take no elements. It is not typeset. */
import { createMarkdown } from "../markdown/create-markdown.ts";

const markdown = createMarkdown();

export function inlineText(source: string): string {
  return (markdown.parseInline(source, {})[0]?.children ?? [])
    .map((token) => (token.type === "softbreak" ? " " : token.content))
    .join("");
}
