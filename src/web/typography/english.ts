/**
 * The rules of English composition, in the order they apply. They are cautious: a hyphen becomes
 * an en dash only between what can be nothing but years or pages, and marks that may be feet and
 * inches stay as typed. Both varieties of English get the marks authors choose, single or double.
 */
import { pairQuotes } from "./quotes.ts";
import { NO_BREAK_SPACE, pattern, replace, SPACE, WORD, type Rule } from "./rule.ts";
import { collapseSpaces, ellipsis } from "./spaces.ts";

const UNITS = [
  // data and rates
  String.raw`[kMGTP]?(?:bps|bit\/s|bits?|bytes?)`,
  "[kKMGTP]i?B(?:\\/s)?",
  // length, area, volume, mass
  "[kcmµn]?m[²³]?",
  "km\\/h|mph",
  "ha|ft|lb|oz",
  "[cm]?[lL]",
  "[kmµ]?g",
  // time
  "min",
  "[mµn]?s",
  "[ap]m|[ap]\\.m\\.",
  // electricity, frequency, temperature
  "[kMGT]?Wh?",
  "[km]?V",
  "mA",
  "[kMGT]?Hz",
  "dB",
  "°[CF]?",
  // money and large numbers
  "[€$£¥]",
  "CHF|EUR|USD|GBP",
  "million|billion|trillion",
].join("|");

const YEAR = String.raw`(?:1[5-9]|20)\d{2}`;

export const englishRules: readonly Rule[] = [
  collapseSpaces,
  ellipsis,
  replace("apostrophe in a word", /(?<=[\p{L}\p{N}\uFFFC])'(?=\p{L})/gu, "’"),
  replace("apostrophe of a decade", /(?<![\p{L}\p{N}])'(?=\d{2}s?(?![\p{L}\p{N}'’]))/gu, "’"),
  replace(
    "apostrophe at the head of a word",
    /(?<![\p{L}\p{N}])'(?=(?:tis|twas|em|til|cause)(?![\p{L}\p{N}'’])|n['’]\s)/giu,
    "’",
  ),
  pairQuotes("double quotes", '"', "“", "”"),
  pairQuotes("single quotes", "'", "‘", "’"),
  replace("apostrophe at the end of a word", /(?<=\p{L})'(?!\p{L})/gu, "’"),

  replace(
    "space before punctuation",
    pattern`(?<=[\p{L}\p{M}\p{N}\uFFFC)\]”’%])${SPACE}+(?=(?:[!?]+|[,.;:])["”’]?(?:${SPACE}|$)|[!?]+[)\]])`,
    "",
  ),

  replace("range of years", yearRange(), laterYear),
  replace(
    "range of pages",
    pattern`(?<=(?<!${WORD})pp\.${SPACE}?\d{1,4})-(?=\d{1,4}(?![\p{L}\p{N}\-]))`,
    "–",
  ),

  replace(
    "number and unit",
    pattern`(?<=\d)${SPACE}+(?=(?:${UNITS})(?![\p{L}\p{N}]|['’]|-\p{L}))`,
    NO_BREAK_SPACE,
  ),
  replace(
    "4 000",
    pattern`(?<=(?<![\p{L}\p{N}.,\/\-]|\p{N}${SPACE})[1-9]\d{0,2}(?:${SPACE}\d{3})*)${SPACE}(?=(?:\d{3}${SPACE})*\d{3}(?![\p{L}\p{N}]|${SPACE}\d|[.\/\-]\d))`,
    NO_BREAK_SPACE,
  ),
  replace(
    "No. 4, p. 12",
    pattern`(?<=(?<!${WORD})(?:No|pp?|vol|fig|ch)\.)${SPACE}+(?=\p{N})`,
    NO_BREAK_SPACE,
  ),
  replace(
    "civil title",
    pattern`(?<=(?<!${WORD})(?:Mr|Mrs|Ms|Dr|Prof)\.?)${SPACE}+(?=\p{Lu})`,
    NO_BREAK_SPACE,
  ),
];

/** The hyphen of `2019-2020` or `2019-20`; not of dates, telephone numbers or references. */
function yearRange(): RegExp {
  return pattern`(?<=(?<![\p{L}\p{N}.,\/\-#])(?<from>${YEAR}))-(?=(?<to>${YEAR}|\d{2})(?![\p{L}\p{N}\/\-]|[.,]\d))`;
}

/** Two digits up to 12 may be a month, and what does not rise is no range. */
function laterYear(match: RegExpExecArray): string | undefined {
  const from = match.groups?.from ?? "";
  const to = match.groups?.to ?? "";
  if (to.length === 4) return Number(to) > Number(from) ? "–" : undefined;
  return Number(to) > 12 && Number(to) > Number(from.slice(2)) ? "–" : undefined;
}
