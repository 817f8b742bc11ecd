/** Inline Markdown of the content as text, without its marks, for what takes no HTML. */
import { createMarkdown } from "./markdown.ts";

const markdown = createMarkdown();

export function inlineText(source: string): string {
  return (markdown.parseInline(source, {})[0]?.children ?? [])
    .map((token) => (token.type === "softbreak" ? " " : token.content))
    .join("");
}
