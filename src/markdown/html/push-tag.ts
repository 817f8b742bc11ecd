/**
 * A tag of HTML as a token, or as a fault. Input: the tag, and whether it stands in a line or by itself;
 * output: a token where the rule stands. Whether it is closed, and stands where it may, is known when the
 * text is read: see `pair-tags.ts`.
 */
import type { StateBlock, StateInline, Token } from "markdown-it";
import type { Wording } from "../fault-token.ts";
import { SPAN_OPEN } from "../words/spans.ts";
import { attributesAllowed, isBlock, isInLine, isVoid } from "./allowed-html.ts";
import { pushTagFault } from "./push-tag-fault.ts";
import type { Tag } from "./tag.ts";
import { refusedAddress, refusedAttribute, refusedElement, wrongPlace } from "./tag-faults.ts";

/** What the token of a block begins with. */
export const HTML_OPEN = "html_open";

/** How tokens say that an author wrote them in HTML. */
const MARKUP = "html";

export function isOfHtml({ markup }: Token): boolean {
  return markup === MARKUP;
}

export function pushTag(state: StateBlock | StateInline, tag: Tag, where: "line" | "block"): void {
  const wrong = faultIn(state, tag, where);
  if (wrong !== undefined) {
    pushTagFault(state, tag, wrong);
    return;
  }
  const { name, isClosing } = tag;
  // The parser takes each token that opens something for closed in the end, which is not known yet.
  const token = state.push(typeOf(tag, where), name, 0);
  token.nesting = isClosing ? -1 : isVoid(name) ? 0 : 1;
  token.markup = MARKUP;
  token.content = tag.written;
  token.block = where === "block";
  token.attrs = tag.attributes.map(([attribute, value]) => [
    attribute,
    attribute === "href" ? state.md.normalizeLink(value) : value,
  ]);
}

/** Those of what Markdown has as well, so that links and languages are judged as there. */
function typeOf({ name, isClosing }: Tag, where: "line" | "block"): string {
  if (isVoid(name)) return "html_void";
  const ending = isClosing ? "close" : "open";
  if (where === "block") return isClosing ? "html_close" : HTML_OPEN;
  if (name === "a") return `link_${ending}`;
  return isClosing ? "span_close" : SPAN_OPEN;
}

function faultIn(
  state: StateBlock | StateInline,
  { name, isClosing, attributes }: Tag,
  where: "line" | "block",
): Wording | undefined {
  if (where === "line" && isBlock(name)) {
    return wrongPlace(name, "at the beginning of a line, after an empty one");
  }
  if (!isInLine(name) && !isBlock(name)) return refusedElement(name);
  if (isClosing) return undefined;
  const known = attributesAllowed(name);
  const [unknown] = attributes.filter(([attribute]) => !known.includes(attribute));
  if (unknown !== undefined) return refusedAttribute(name, unknown[0], known);
  const address = attributes.find(([attribute]) => attribute === "href")?.[1];
  return address === undefined || state.md.validateLink(state.md.normalizeLink(address))
    ? undefined
    : refusedAddress(address);
}
