/**
 * Rules about ranges that languages share. They are cautious: a hyphen becomes a dash only between
 * what can be nothing but years or pages.
 */
import { pattern, replace, SPACE, WORD, type Rule } from "./rule.ts";

const YEAR = String.raw`(?:1[5-9]|20)\d{2}`;

/** The hyphen of `2019-2020` or `2019-20`; not of dates, telephone numbers or references. */
export function rangeOfYears(dash: string): Rule {
  return replace(
    "range of years",
    pattern`(?<=(?<![\p{L}\p{N}.,\/\-#])(?<from>${YEAR}))-(?=(?<to>${YEAR}|\d{2})(?![\p{L}\p{N}\/\-]|[.,]\d))`,
    (match) => (isLater(match.groups?.from ?? "", match.groups?.to ?? "") ? dash : undefined),
  );
}

/** Two digits up to 12 may be a month, and what does not rise is no range. */
function isLater(from: string, to: string): boolean {
  if (to.length === 4) return Number(to) > Number(from);
  return Number(to) > 12 && Number(to) > Number(from.slice(2));
}

/** @param abbreviations of pages, without their full stop, as patterns. */
export function rangeOfPages(abbreviations: readonly string[], dash: string): Rule {
  return replace(
    "range of pages",
    pattern`(?<=(?<!${WORD})(?:${abbreviations.join("|")})\.${SPACE}?\d{1,4})-(?=\d{1,4}(?![\p{L}\p{N}\-]))`,
    dash,
  );
}
