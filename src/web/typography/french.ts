/**
 * The rules of French composition, in the order they apply, after the Imprimerie nationale's
 * *Lexique des règles typographiques* in its web form: U+202F before ; ! ? and %, U+00A0 inside
 * guillemets, before the colon and between what belongs together.
 *
 * Authors type plain text: straight quotes and apostrophes, ordinary spaces, three full stops. A
 * space that was forgotten before a double sign is added, one that is wrong is fixed. What the
 * rules do not do: spelling, accents on capitals, hyphens for dashes.
 */
import { pairQuotes } from "./quotes.ts";
import {
  NARROW_NO_BREAK_SPACE,
  NO_BREAK_SPACE,
  pattern,
  replace,
  SPACE,
  WORD,
  type Rule,
} from "./rule.ts";
import { collapseSpaces, ellipsis } from "./spaces.ts";

/** The spaces that differ from one French-speaking country to another. */
export interface FrenchSpacing {
  readonly insideGuillemets: string;
  readonly beforeColon: string;
  /** Before ; ! and ?. Empty: the sign stands against the word. */
  readonly beforeHighSigns: string;
  readonly beforePercent: string;
}

export const frenchSpacing: FrenchSpacing = {
  insideGuillemets: NO_BREAK_SPACE,
  beforeColon: NO_BREAK_SPACE,
  beforeHighSigns: NARROW_NO_BREAK_SPACE,
  beforePercent: NARROW_NO_BREAK_SPACE,
};

/** Office québécois de la langue française: no space before ; ! ?, a full one before %. */
export const canadianFrenchSpacing: FrenchSpacing = {
  ...frenchSpacing,
  beforeHighSigns: "",
  beforePercent: NO_BREAK_SPACE,
};

const UNITS = [
  // data and rates
  String.raw`[kMGTP]?(?:bps|bit\/s|bits?|octets?)`,
  "[kKMGTP]o(?:\\/s)?",
  // length, area, volume, mass
  "[kcmµn]?m[²³]?",
  "km\\/h",
  "ha",
  "[cm]?[lL]",
  "[kmµ]?g",
  "t",
  // time
  "h",
  "min",
  "[mµn]?s",
  // electricity, frequency, temperature
  "[kMGT]?Wh?",
  "[km]?V",
  "mA",
  "[kMGT]?Hz",
  "dB",
  "°[CF]?",
  // money and large numbers
  "[kM]?[€$£¥]",
  "Md€",
  "CHF|EUR|USD|GBP",
  "Mds?",
  String.raw`M(?!\.${SPACE}\p{Lu})`,
  "millions?|milliards?",
].join("|");

/** What may stand before a double sign whose space was forgotten. */
const SIGN_CARRIER = String.raw`[\p{L}\p{M}\p{N}\uFFFC)\]»”’…%€]`;

export function frenchRules(spacing: FrenchSpacing): readonly Rule[] {
  return [
    collapseSpaces,
    ellipsis,
    replace("apostrophe", /(?<=[\p{L}\uFFFC])'(?=[\p{L}\p{N}\uFFFC«“"])/gu, "’"),
    pairQuotes("guillemets", '"', "«", "»"),
    replace(
      "space after an opening guillemet",
      pattern`(?<=«)${SPACE}*(?=[^\s»])`,
      spacing.insideGuillemets,
      "previous",
    ),
    replace(
      "space before a closing guillemet",
      pattern`(?<=[^\s«])${SPACE}*(?=»)`,
      spacing.insideGuillemets,
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
      pattern`(?<=(?<!${WORD})(?:pp?|art|chap|fig|vol)\.)${SPACE}+(?=\p{N})`,
      NO_BREAK_SPACE,
    ),
    replace("5 %", pattern`(?<=\d)${SPACE}*(?=[%‰](?![\p{L}\p{N}]))`, spacing.beforePercent),
    thousands,
    replace(
      "number and unit",
      pattern`(?<=\d)${SPACE}+(?=(?:${UNITS})(?![\p{L}\p{N}]|['’]|-\p{L}))`,
      NO_BREAK_SPACE,
    ),
    replace("forgotten space before €", /(?<=\d)(?=€)/gu, NO_BREAK_SPACE),
    replace("10 h 30", pattern`(?<=\d${SPACE}?h)${SPACE}+(?=\d{2}(?!\d))`, NO_BREAK_SPACE),
    replace("+ 200", pattern`(?<=(?:^|[\s(«])[+−±×])${SPACE}+(?=\d)`, NO_BREAK_SPACE),

    replace(
      "civil title",
      pattern`(?<=(?<!${WORD})(?:MM?\.|(?:Mmes?|Mlles?|Mgr|Me|Drs?|Prs?)\.?))${SPACE}+(?=\p{Lu})`,
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

/**
 * `10 000`: groups of three digits. Not years side by side, telephone numbers or dates: the number
 * starts with one to three digits, the first not 0, and no other group stands on either side.
 */
const thousands: Rule = {
  name: "thousands",
  edits: (text) => {
    const numbers = text.matchAll(
      pattern`(?<![\p{L}\p{N}.,\/\-]|\p{N}${SPACE})[1-9]\d{0,2}(?:${SPACE}\d{3})+(?![\p{L}\p{N}]|${SPACE}\d|[.\/\-]\d)`,
    );
    return [...numbers].flatMap((number) =>
      [...number[0].matchAll(pattern`${SPACE}`)].map((space) => ({
        start: number.index + space.index,
        end: number.index + space.index + 1,
        text: NARROW_NO_BREAK_SPACE,
        joins: "next" as const,
      })),
    );
  },
};

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
