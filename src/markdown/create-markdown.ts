/**
 * Authors' Markdown (CommonMark, tables and the dialect) to HTML. Input is untrusted: HTML in it is
 * shown as text, links lead to the web, to mail or into the publication, and the only attribute an
 * author can set is the language of a span, `[click and collect]{lang=en}`.
 *
 * Typography is not markdown-it's: the finished page is handed to `typesetHtml`, which knows
 * languages and sees across elements. Nothing is hyphenated.
 */
import createMarkdownIt, { type MarkdownIt, type StateInline } from "markdown-it";
import { dialect } from "./dialect.ts";
import { pushNested } from "./nested-inline.ts";
import { sourceLines } from "./source-lines.ts";

export interface MarkdownOptions {
  /** Levels by which headings are lowered, because of the headings that stand above the text. */
  readonly headingOffset?: number;
  /** Whether elements say on which line of the text they stand; see `source-lines.ts`. */
  readonly hasLines?: boolean;
}

/** A markdown-it with the syntax and the limits above; it renders HTML that is not yet typeset. */
export function createMarkdown({
  headingOffset = 0,
  hasLines = false,
}: MarkdownOptions = {}): MarkdownIt {
  const markdown = createMarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.validateLink = leadsSomewhereAllowed;
  markdown.use(dialect);
  if (hasLines) markdown.use(sourceLines);
  markdown.inline.ruler.before("link", "language_span", languageSpan);
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

/** `{lang=en}` or `{lang="en-GB"}`, and nothing else between the braces. */
const LANGUAGE = /\{lang=(?<quote>"?)(?<tag>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\k<quote>\}/uy;

/**
 * `[text]{lang=tag}` becomes `<span lang="tag">`. Not markdown-it-attrs, which removes every
 * `{…}` at the end of a line from the text, whether it means something or not. A link
 * goes inside the span, not around it: CommonMark has no brackets inside a link's text but its own.
 */
function languageSpan(state: StateInline, silent: boolean): boolean {
  if (state.src.charAt(state.pos) !== "[") return false;
  const labelStart = state.pos + 1;
  const labelEnd = state.md.helpers.parseLinkLabel(state, state.pos);
  if (labelEnd === -1) return false;
  LANGUAGE.lastIndex = labelEnd + 1;
  const language = LANGUAGE.exec(state.src);
  const tag = language?.groups?.tag;
  if (tag === undefined) return false;
  const end = LANGUAGE.lastIndex;
  if (!silent) {
    const attributes = { lang: tag };
    pushNested(state, {
      ...{ name: "language_span", tag: "span", attributes },
      ...{ start: labelStart, end: labelEnd },
    });
  }
  state.pos = end;
  return true;
}
