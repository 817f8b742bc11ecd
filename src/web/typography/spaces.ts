/** Rules about spaces, and about three full stops, that languages share. */
import { pattern, replace, SPACE, type Rule } from "./rule.ts";

/**
 * Several spaces become one (browsers show them so, but copied text does not). If one of them was
 * a no-break space, it is the one that stays: the author wanted it.
 */
export const collapseSpaces: Rule = replace(
  "double space",
  pattern`(?<=\S)${SPACE}{2,}(?=\S)`,
  ([spaces]) => /[\u00A0\u202F]/u.exec(spaces)?.[0] ?? " ",
);

/** Three full stops, neither more nor fewer: longer rows are leaders. */
export const ellipsis: Rule = replace("ellipsis", /(?<!\.)\.{3}(?!\.)/gu, "…");

/** A sign at the end of a word has no space before it. */
export const noSpaceBeforePunctuation: Rule = replace(
  "space before punctuation",
  pattern`(?<=[\p{L}\p{M}\p{N}\uFFFC)\]”’%])${SPACE}+(?=(?:[!?]+|[,.;:])["”’]?(?:${SPACE}|$)|[!?]+[)\]])`,
  "",
);
