/**
 * Authors' Markdown (CommonMark, tables and the dialect) to HTML. Input is untrusted: HTML in it is
 * a fault and shown as text, but for the elements and attributes that a publication may allow
 * (`html/allowed-html.ts`), and links lead to the web, to mail or into the publication.
 *
 * Typography is not markdown-it's: the finished page is handed to `typesetHtml`, which knows
 * languages and sees across elements. Nothing is hyphenated.
 */
import createMarkdownIt, { type MarkdownIt } from "markdown-it";
import { dialect } from "./dialect.ts";
import { permitHtml } from "./html/permission.ts";
import { sourceLines } from "./source-lines.ts";
import { handTableFiles, type TableFiles } from "./tables/table-files.ts";

export interface MarkdownOptions {
  /** Levels by which headings are lowered, because of the headings that stand above the text. */
  readonly headingOffset?: number;
  /** Whether elements say on which line of the text they stand; see `source-lines.ts`. */
  readonly hasLines?: boolean;
  /** Files whose rows texts show as tables. */
  readonly tableFiles?: TableFiles | undefined;
  /** Whether the publication allows HTML in its texts. */
  readonly allowsHtml?: boolean;
}

/** A markdown-it with the syntax and the limits above; it renders HTML that is not yet typeset. */
export function createMarkdown({
  headingOffset = 0,
  hasLines = false,
  tableFiles,
  allowsHtml = false,
}: MarkdownOptions = {}): MarkdownIt {
  const markdown = createMarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.validateLink = leadsSomewhereAllowed;
  markdown.use(dialect);
  if (allowsHtml) permitHtml(markdown);
  if (tableFiles !== undefined) handTableFiles(markdown, tableFiles);
  if (hasLines) markdown.use(sourceLines);
  markdown.core.ruler.push("heading_offset", ({ tokens }) => {
    for (const token of tokens.filter(({ type }) => /^heading_(?:open|close)$/.test(type))) {
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + headingOffset)}`;
    }
  });
  return markdown;
}

/**
 * Web and mail addresses, paths and fragments. Anything else with a scheme is refused, and so is
 * `//host`, which means another site online and another folder on disk. markdown-it then leaves
 * the link as the author typed it, where it is seen.
 */
function leadsSomewhereAllowed(address: string): boolean {
  // Browsers drop control characters and white space before they look for a scheme.
  const bare = address.replace(/[\u0000-\u0020\u007F-\u00A0]/gu, "");
  if (bare.startsWith("//")) return false;
  const scheme = /^[^/?#]*?:/u.exec(bare);
  return scheme === null || /^(?:https?|mailto):$/iu.test(scheme[0]);
}
