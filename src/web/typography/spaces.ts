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

/** Letters and signs of scripts that have no spaces between words. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\u30FB\u30FC\uFF00-\uFFEF]`;

/**
 * Where authors end a line is no matter: between such letters browsers would show a space. CSS Text 3,
 * 4.1.3, lets them leave it out; they do not.
 */
export const noSpaceAtLineEnds: Rule = replace(
  "line end in a text without spaces",
  pattern`(?<=${UNSPACED})[ \t]*\r?\n[ \t]*(?=${UNSPACED})`,
  "",
);
