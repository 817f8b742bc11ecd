/**
 * Text for places that take no HTML: metadata, JSON-LD, pictures. Input: plain text or inline
 * Markdown, and its language. Output: text with the language's micro-typography.
 */
import { inlineText } from "../inline-text.ts";
import { typeset } from "../typography/typeset.ts";

/** Plain text of the content, set. */
export function plainText(text: string, lang: string): string {
  return typeset([{ text, lang, literal: false }], lang)[0]?.text ?? text;
}

/** Inline Markdown of the content without its marks, set. */
export function plainTextOfMarkdown(source: string, lang: string): string {
  return plainText(inlineText(source), lang);
}
