/**
 * Runs in the world that lays out: has the browser decide which rules are for this medium. Paged.js 0.4.3 looks
 * for the words `print`, `all` and `screen` alone, so that it drops what is asked of the width of a page,
 * applies `not print`, and moves print rules behind those that come after them. What applies (Media
 * Queries 4) is given to it as for all media, where it stands, and the rest is left out. It also gives
 * it style sheets that stand in the body, where it does not look.
 */
import { answeredMedia } from "../scripting-answers.ts";
import type { ParsedSheet } from "./paged.ts";

function applies(query: string): boolean {
  return query.trim() === "" || matchMedia(answeredMedia(query)).matches;
}

/** What may hold any letter without meaning it: comments, strings, and addresses without quotes. */
const opaque =
  /\/\*[^]*?(?:\*\/|$)|"(?:[^"\\]|\\[^])*(?:"|$)|'(?:[^'\\]|\\[^])*(?:'|$)|url\(\s*[^"')\s][^)]*\)/y;

/** Where the prelude of a rule that begins at `from` ends: at its block, or its semicolon. */
function endOfPrelude(css: string, from: number): number {
  for (let at = from; at < css.length;) {
    opaque.lastIndex = at;
    const skipped = opaque.exec(css)?.[0];
    if (skipped !== undefined) at += skipped.length;
    else if (/[{};]/.test(css.charAt(at))) return at;
    else at++;
  }
  return css.length;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?(?:\*\/|$)/g, " ");
}

/** `"a.css" layer(b) supports(c) screen` without the media, if they apply; undefined where not. */
function importThatApplies(prelude: string): string | undefined {
  const way =
    /^\s*(?:url\(\s*(?:"[^"]*"|'[^']*'|[^)]*)\s*\)|"[^"]*"|'[^']*')\s*(?:layer(?:\([^)]*\))?\s*)?(?:supports\((?:[^()]|\([^()]*\))*\)\s*)?/i;
  const text = withoutComments(prelude);
  const head = way.exec(text)?.[0];
  if (head === undefined) return prelude;
  return applies(text.slice(head.length)) ? head : undefined;
}

const ruleStart = /@(?:media|import)(?=[\s("'/])/iy;

function forThisMedium(css: string): string {
  let result = "";
  let kept = 0;
  for (let at = 0; at < css.length;) {
    opaque.lastIndex = ruleStart.lastIndex = at;
    const skipped = opaque.exec(css)?.[0];
    const start = skipped === undefined ? ruleStart.exec(css)?.[0] : undefined;
    if (start === undefined) {
      at += skipped?.length ?? 1;
      continue;
    }
    const from = at + start.length;
    const end = endOfPrelude(css, from);
    const prelude = css.slice(from, end);
    result += css.slice(kept, at);
    kept = at = end;
    if (/^@media/i.test(start)) {
      result += `@media ${applies(withoutComments(prelude)) ? "all" : "imprimatur-none"}`;
      continue;
    }
    const applied = importThatApplies(prelude);
    if (applied !== undefined) result += `@import ${applied}`;
    else if (css.charAt(end) === ";") kept = at = end + 1;
  }
  return result + css.slice(kept);
}

/**
 * In the order of the document, those of the body too. In a drawing it is the drawing's; in no
 * namespace it is none, and Paged.js would take it for one.
 */
function styleElements(): (HTMLLinkElement | HTMLStyleElement)[] {
  return [...document.querySelectorAll("link[rel~='stylesheet' i], style")].flatMap((element) => {
    if (element instanceof HTMLLinkElement || element instanceof HTMLStyleElement) return [element];
    if (!(element instanceof SVGElement)) element.remove();
    return [];
  });
}

export function decideMedia(): void {
  class MediaDecider extends window.Paged.Handler {
    beforeTreeParse(_: string, sheet: ParsedSheet): void {
      if (/@(?:media|import)/i.test(sheet.text)) sheet.text = forThisMedium(sheet.text);
    }
  }
  window.Paged.registeredHandlers.push(MediaDecider);
  for (const style of styleElements()) {
    const { media } = style;
    if (!applies(media) || style.sheet?.disabled === true)
      style.setAttribute("data-pagedjs-ignore", "");
    else if (media !== "") style.setAttribute("media", "all");
    // Paged.js takes the content of the body away before it looks for style sheets.
    if (document.body.contains(style)) document.head.append(style);
  }
}
