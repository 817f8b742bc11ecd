/**
 * The rules of English composition, in the order they apply. They are cautious: a hyphen becomes
 * an en dash only between what can be nothing but years or pages, and marks that may be feet and
 * inches stay as typed. Both varieties of English get the marks authors choose, single or double.
 */
import type { Typography } from "../../languages/language.ts";
import { NO_BREAK_SPACE } from "../../languages/spaces.ts";
import { groupsOfThousands, numberAndUnit } from "./numbers.ts";
import { pairQuotes } from "./quotes.ts";
import { rangeOfPages, rangeOfYears } from "./ranges.ts";
import { pattern, replace, SPACE, WORD, type Rule } from "./rule.ts";
import { collapseSpaces, ellipsis, noSpaceBeforePunctuation } from "./spaces.ts";

export function englishRules({
  quotes: [outer, inner],
  units,
  pages,
  beforeNumbers,
  titles,
}: Typography): readonly Rule[] {
  return [
    collapseSpaces,
    ellipsis,
    replace("apostrophe in a word", /(?<=[\p{L}\p{N}\uFFFC])'(?=\p{L})/gu, "’"),
    replace("apostrophe of a decade", /(?<![\p{L}\p{N}])'(?=\d{2}s?(?![\p{L}\p{N}'’]))/gu, "’"),
    replace(
      "apostrophe at the head of a word",
      /(?<![\p{L}\p{N}])'(?=(?:tis|twas|em|til|cause)(?![\p{L}\p{N}'’])|n['’]\s)/giu,
      "’",
    ),
    pairQuotes("double quotes", '"', [outer]),
    pairQuotes("single quotes", "'", [inner]),
    replace("apostrophe at the end of a word", /(?<=\p{L})'(?!\p{L})/gu, "’"),

    noSpaceBeforePunctuation,
    rangeOfYears("–"),
    rangeOfPages(pages, "–"),
    numberAndUnit(units),
    groupsOfThousands(NO_BREAK_SPACE),
    replace(
      "No. 4, p. 12",
      pattern`(?<=(?<!${WORD})(?:${beforeNumbers.join("|")}))${SPACE}+(?=\p{N})`,
      NO_BREAK_SPACE,
    ),
    replace(
      "civil title",
      pattern`(?<=(?<!${WORD})(?:${titles.join("|")}))${SPACE}+(?=\p{Lu})`,
      NO_BREAK_SPACE,
    ),
  ];
}
