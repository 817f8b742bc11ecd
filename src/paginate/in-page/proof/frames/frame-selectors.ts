/**
 * Runs in the world that proves. Selectors of a frame's document, for that document's elements alone.
 */
import { marks, type FrameContext } from "./frame-context.ts";
import { quoted } from "./frame-declarations.ts";

/** Before rules of the document around it, whose selectors seldom have so many classes. */
export function scopeOf(number: number): string {
  return `[${marks.frame}="${number}"]`.repeat(5);
}

/** A list at its commas, but for those in parentheses, brackets and strings. */
function partsOf(selectors: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const [token] of selectors.matchAll(new RegExp(`${quoted}|\\\\.|[^]`, "gu"))) {
    if (/^[([]$/.test(token)) depth++;
    if (/^[)\]]$/.test(token)) depth--;
    if (token === "," && depth === 0) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${token}`);
  }
  return parts.map((part) => part.trim());
}

const token = new RegExp(
  `${quoted}|\\[[^\\]]*\\]|\\\\.|#(?:[\\w-]|[^\\0-\\x7F]|\\\\.)+|:root\\b|(?<![\\w.#:-])(?:html|body)(?![\\w-])`,
  "gu",
);

/** One selector for the frame's elements alone. */
function scopedSelector(selector: string, { number, renamed }: FrameContext): string {
  const own = selector.replace(token, (found) => {
    if (found === "html" || found === ":root") return `[${marks.root}]`;
    if (found === "body") return `[${marks.body}]`;
    if (!found.startsWith("#")) return found;
    const name = renamed.get(found.slice(1).replaceAll("\\", ""));
    return name === undefined ? found : `#${CSS.escape(name)}`;
  });
  const pseudo = own.search(/::[\w-]+(?:\([^()]*\))?(?::[\w-]+)*$/);
  return pseudo === -1
    ? `${own}${scopeOf(number)}`
    : `${own.slice(0, pseudo)}${scopeOf(number)}${own.slice(pseudo)}`;
}

export function scopedSelectors(selectors: string, context: FrameContext): string {
  return partsOf(selectors)
    .map((selector) => scopedSelector(selector, context))
    .join(", ");
}
