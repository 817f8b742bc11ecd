/**
 * The rules of French composition, in the order they apply, after the Imprimerie nationale's
 * *Lexique des règles typographiques* in its web form: U+202F before ; ! ? and %, U+00A0 inside
 * guillemets, before the colon and between what belongs together.
 *
 * Authors type plain text: straight quotes and apostrophes, ordinary spaces, three full stops. A
 * space that was forgotten before a double sign is added, one that is wrong is fixed. What the
 * rules do not do: spelling, accents on capitals, hyphens for dashes.
 */
import type { Typography } from "../../languages/language.ts";
import { NO_BREAK_SPACE } from "../../languages/spaces.ts";
import { groupsOfThousands, numberAndUnit } from "./numbers.ts";
import { pairQuotes } from "./quotes.ts";
import { pattern, replace, SPACE, WORD, type Rule } from "./rule.ts";
import { collapseSpaces, ellipsis } from "./spaces.ts";

/** What may stand before a double sign whose space was forgotten. */
const SIGN_CARRIER = String.raw`[\p{L}\p{M}\p{N}\uFFFC)\]»”’…%€]`;

export function frenchRules({
  quotes: [outer],
  spaces: spacing,
  numbers,
  units,
  beforeNumbers,
  titles,
}: Typography): readonly Rule[] {
  return [
    collapseSpaces,
    ellipsis,
    replace("apostrophe", /(?<=[\p{L}\uFFFC])'(?=[\p{L}\p{N}\uFFFC«“"])/gu, "’"),
    pairQuotes("guillemets", '"', [outer]),
    replace(
      "space after an opening guillemet",
      pattern`(?<=«)${SPACE}*(?=[^\s»])`,
      spacing.insideQuotes,
      "previous",
    ),
    replace(
      "space before a closing guillemet",
      pattern`(?<=[^\s«])${SPACE}*(?=»)`,
      spacing.insideQuotes,
    ),

    replace("space before a colon", pattern`(?<=\S)${SPACE}+(?=:)`, spacing.beforeColon),
    replace(
      "forgotten space before a colon",
      pattern`(?<=${SIGN_CARRIER})(?=:(?:${SPACE}|$))`,
      spacing.beforeColon,
    ),
    replace(
      "space before ; ! ?",
      pattern`(?<=[^\s(\[])${SPACE}+(?=[;!?](?!=))`,
      spacing.beforeHighSigns,
    ),
    replace(
      "forgotten space before ; ! ?",
      pattern`(?<=${SIGN_CARRIER})(?=[;!?]+(?:${SPACE}|[)\]»”’…]|$))`,
      spacing.beforeHighSigns,
    ),

    replace("n° 4", pattern`(?<=(?<!\p{L})[nN]°)${SPACE}*(?=\p{N})`, NO_BREAK_SPACE),
    replace(
      "p. 12",
      pattern`(?<=(?<!${WORD})(?:${beforeNumbers.join("|")}))${SPACE}+(?=\p{N})`,
      NO_BREAK_SPACE,
    ),
    replace("5 %", pattern`(?<=\d)${SPACE}*(?=[%‰](?![\p{L}\p{N}]))`, spacing.beforePercent),
    groupsOfThousands(numbers.thousands),
    numberAndUnit(units),
    replace("forgotten space before €", /(?<=\d)(?=€)/gu, NO_BREAK_SPACE),
    replace("10 h 30", pattern`(?<=\d${SPACE}?h)${SPACE}+(?=\d{2}(?!\d))`, NO_BREAK_SPACE),
    replace("+ 200", pattern`(?<=(?:^|[\s(«])[+−±×])${SPACE}+(?=\d)`, NO_BREAK_SPACE),

    replace(
      "civil title",
      pattern`(?<=(?<!${WORD})(?:${titles.join("|")}))${SPACE}+(?=\p{Lu})`,
      NO_BREAK_SPACE,
    ),
    replace(
      "century",
      pattern`(?<=(?<!${WORD})[IVXLC]{1,8}(?:er|re|e|ème|ᵉ))${SPACE}+(?=siècle)`,
      NO_BREAK_SPACE,
    ),

    replace("dash of a dialogue", pattern`(?<=^${SPACE}?[–—])${SPACE}+(?=\S)`, NO_BREAK_SPACE),
    incises,
    replace("last dash", pattern`(?<=\S)${SPACE}+(?=[–—]$)`, NO_BREAK_SPACE),
  ];
}

/** `mot – incise – suite`: the two inner spaces hold, so that no line starts or ends with a dash. */
const incises: Rule = {
  name: "incises",
  edits: (text) => {
    const pairs = text.matchAll(
      pattern`(?<=\S${SPACE})(?<dash>[–—])${SPACE}[^\s–—.!?…][^–—.!?…]*(?<=\S)${SPACE}\k<dash>(?=${SPACE}|[,.;:!?…)»]|$)`,
    );
    return [...pairs].flatMap((pair) => {
      const beforeSecondDash = pair.index + pair[0].length - 2;
      return [pair.index + 1, beforeSecondDash].map((start) => ({
        start,
        end: start + 1,
        text: NO_BREAK_SPACE,
        joins: "next" as const,
      }));
    });
  },
};
