/** Which renderers and parsers of Markdown take HTML over: those of publications that allow it. */
import type { MarkdownIt } from "markdown-it";

const permitted = new WeakSet<MarkdownIt>();

export function permitHtml(markdown: MarkdownIt): void {
  permitted.add(markdown);
}

export function isHtmlPermitted(markdown: MarkdownIt): boolean {
  return permitted.has(markdown);
}
