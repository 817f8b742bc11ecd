/** The rules of a language's typography. Each language's are made once, when they are first asked for. */
import type { Typography } from "../../languages/language.ts";
import { commonRules, rulesWithoutSpaces } from "./common.ts";
import { englishRules } from "./english.ts";
import { frenchRules } from "./french.ts";
import type { Rule } from "./rule.ts";

const makers: Readonly<Record<Typography["rules"], (typography: Typography) => readonly Rule[]>> = {
  common: commonRules,
  english: englishRules,
  french: frenchRules,
  "without-spaces": rulesWithoutSpaces,
};

const made = new WeakMap<Typography, readonly Rule[]>();

export function rulesOf(typography: Typography): readonly Rule[] {
  const known = made.get(typography);
  if (known !== undefined) return known;
  const rules = makers[typography.rules](typography);
  made.set(typography, rules);
  return rules;
}
