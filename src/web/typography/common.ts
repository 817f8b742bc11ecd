/**
 * The rules that most languages share, in the order they apply: what they put in is data of the
 * language. They are cautious where a sign may be another thing, as all rules here are.
 */
import type { ParentheticalDash, Typography } from "../../languages/language.ts";
import { NO_BREAK_SPACE } from "../../languages/spaces.ts";
import { groupsOfThousands, numberAndUnit } from "./numbers.ts";
import { alternateQuotes, pairQuotes } from "./quotes.ts";
import { rangeOfPages, rangeOfYears } from "./ranges.ts";
import { pattern, replace, SPACE, WORD, type Rule } from "./rule.ts";
import { collapseSpaces, ellipsis, noSpaceAtLineEnds, noSpaceBeforePunctuation } from "./spaces.ts";

export function commonRules(typography: Typography): readonly Rule[] {
  const { quotes, apostrophe, apostropheHeads = [], dashes, numbers, spaces } = typography;
  const [outer, inner] = quotes;
  const { beforeQuotes, pages, beforeNumbers, titles, units, holding = [] } = typography;
  const mayOpenAfter =
    beforeQuotes === undefined
      ? undefined
      : new RegExp(String.raw`(?<![\p{L}\p{M}])${beforeQuotes}$`, "u");
  return [
    collapseSpaces,
    ...(typography.ellipsis === undefined ? [] : [ellipsis]),
    ...(apostrophe === undefined ? [] : apostrophesIn(apostrophe, apostropheHeads)),
    pairQuotes("double quotes", '"', [outer, inner], mayOpenAfter),
    pairQuotes("single quotes", "'", [inner], mayOpenAfter),
    ...(apostrophe === undefined
      ? []
      : [replace("apostrophe at the end of a word", /(?<=\p{L})'(?!\p{L})/gu, apostrophe)]),
    noSpaceBeforePunctuation,
    ...(typography.beforeEllipsis === undefined
      ? []
      : [
          replace(
            "space before an ellipsis",
            pattern`(?<=\S)${SPACE}+(?=…)`,
            typography.beforeEllipsis,
          ),
        ]),

    ...(dashes.range === undefined
      ? []
      : [
          rangeOfYears(dashes.range),
          ...(pages.length === 0 ? [] : [rangeOfPages(pages, dashes.range)]),
        ]),
    ...(dashes.parenthetical === undefined ? [] : parentheticalDashes(dashes.parenthetical)),

    ...(units.length === 0 ? [] : [numberAndUnit(units)]),
    replace("5 %", pattern`(?<=\d)${SPACE}+(?=[%‰](?![\p{L}\p{N}]))`, spaces.beforePercent),
    groupsOfThousands(/\s/u.test(numbers.thousands) ? numbers.thousands : NO_BREAK_SPACE),
    replace("§ 5", pattern`(?<=§)${SPACE}+(?=\p{N})`, NO_BREAK_SPACE),
    ...held("p. 12", [...pages.map((page) => `(?:${page})\\.`), ...beforeNumbers], "\\p{N}"),
    ...held("civil title", titles, "\\p{Lu}"),
    ...held("short word", holding, "\\S", "iu"),
    ...abbreviationsIn(typography),
  ];
}

/** The rules of texts whose words have no spaces between them. */
export function rulesWithoutSpaces({ quotes: [outer, inner] }: Typography): readonly Rule[] {
  return [
    noSpaceAtLineEnds,
    alternateQuotes("double quotes", '"', outer),
    alternateQuotes("single quotes", "'", inner),
  ];
}

function apostrophesIn(apostrophe: string, heads: readonly string[]): readonly Rule[] {
  return [
    replace("apostrophe in a word", /(?<=[\p{L}\p{N}\uFFFC])'(?=\p{L}|"\p{L})/gu, apostrophe),
    replace(
      "apostrophe of a decade",
      /(?<![\p{L}\p{N}])'(?=\d{2}s?(?![\p{L}\p{N}'’]))/gu,
      apostrophe,
    ),
    ...(heads.length === 0
      ? []
      : [
          replace(
            "apostrophe at the head of a word",
            pattern`(?<![\p{L}\p{N}])'(?=(?:${heads.join("|")})(?![\p{L}\p{N}'’]))`,
            apostrophe,
          ),
        ]),
  ];
}

/** What stands before a space that is held, and what after it; nothing where there is nothing. */
function held(
  name: string,
  before: readonly string[],
  after: string,
  flags = "u",
): readonly Rule[] {
  if (before.length === 0) return [];
  const { source } = pattern`(?<=(?<!${WORD})(?:${before.join("|")}))${SPACE}+(?=${after})`;
  return [replace(name, new RegExp(source, `g${flags}`), NO_BREAK_SPACE)];
}

/** What may stand on either side of a hyphen that is a dash: not numbers, where it may be a minus. */
const BEFORE_DASH = String.raw`[\p{L}\p{M}\uFFFC)\]»”“’‘›…,%]`;
const AFTER_DASH = String.raw`[\p{L}\uFFFC(\[«„“‘‚‹¿¡…]`;

function parentheticalDashes({ mark, stands }: ParentheticalDash): readonly Rule[] {
  if (stands === "against-the-aside") return [dashesAgainst(mark)];
  return [
    replace(
      "hyphen for a dash",
      pattern`(?<=${BEFORE_DASH})${SPACE}-(?=${SPACE}${AFTER_DASH})`,
      `${NO_BREAK_SPACE}${mark}`,
    ),
    // No line begins with a dash.
    replace("space before a dash", pattern`(?<=\S)${SPACE}+(?=[–—](?:${SPACE}|$))`, NO_BREAK_SPACE),
  ];
}

/** `word - aside - word` becomes `word —aside— word`: only pairs tell what the aside is. */
function dashesAgainst(mark: string): Rule {
  return {
    name: "hyphens for dashes",
    edits: (text) => {
      const pairs = text.matchAll(
        pattern`(?<=${BEFORE_DASH})${SPACE}-${SPACE}(?=${AFTER_DASH})(?<aside>[^–—.!?]*?)(?<=${BEFORE_DASH})${SPACE}-(?:(?=[,.;:)])|${SPACE}(?=${AFTER_DASH}))`,
      );
      return [...pairs].flatMap(({ index, 0: found, groups }) => {
        const end = index + 3 + (groups?.aside ?? "").length;
        const after = index + found.length - end;
        return [
          { start: index + 1, end: index + 3, text: mark, joins: "next" as const },
          {
            start: end,
            end: end + 2,
            text: mark,
            joins: after === 2 ? ("previous" as const) : ("next" as const),
          },
        ];
      });
    },
  };
}

/** `z. B.`: the same space between all its words, also where none was typed. */
function abbreviationsIn({
  abbreviations = [],
  insideAbbreviations = NO_BREAK_SPACE,
}: Typography): readonly Rule[] {
  return abbreviations.flatMap((words) =>
    words.slice(1).map((_, gap) => {
      const before = words.slice(0, gap + 1).map((word) => `${word}\\.`);
      const after = words.slice(gap + 1).map((word) => `${word}\\.`);
      const space = `${SPACE}*`;
      return replace(
        words.join(". "),
        pattern`(?<=(?<!${WORD}|\.)${before.join(space)})${space}(?=${after.join(space)}(?!\p{L}))`,
        insideAbbreviations,
      );
    }),
  );
}
