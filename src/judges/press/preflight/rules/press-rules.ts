/**
 * What a rule of preflight is, as data. Input: texts by rule, written beside this module by subject; output:
 * rules, with the clause of PDF/X-4 where the standard has one. It reads no PDF.
 */
import { citationOf, type RuleOf } from "../../../../pdf/standards/rules.ts";
import {
  ruleSet,
  type RuleInfo,
  type RuleSet,
  type RuleText,
} from "../../../verdict/judge-info.ts";

/** What PDF/X-4 leaves open and nobody wants printed. */
export const PRINT_SHOP_RULES = [
  "metadata-packed",
  "crop-box",
  "page-size",
  "page-count",
  "bleed-room",
  "missing-glyph",
  "calibrated-colour",
  "managed-colour",
  "spot-ink",
  "black-text-inks",
  "black-rule-inks",
  "small-text-inks",
  "hairline",
  "picture-resolution",
  "picture-resolution-wanted",
  "picture-without-size",
  "text-near-trim",
  "text-cut",
  "ink-coverage",
  "bleed-content",
  "unmeasured-ink",
] as const;

/** A rule of PDF/X-4, whose demand `pdf/standards/rules.ts` has, or one that print shops ask for. */
export type PreflightRuleId = RuleOf<"pdf-x-4"> | (typeof PRINT_SHOP_RULES)[number];

/** What a finding says; `{}` stands for what is particular to the place. */
interface Message {
  readonly message: string;
}

export type PreflightRule<Id extends PreflightRuleId = PreflightRuleId> = RuleInfo<Id> & Message;

type PressRuleText = Omit<RuleText, "wcag" | "clauses"> & Message;

/** The rules by their ids. */
export function pressRules<Id extends PreflightRuleId>(
  texts: Readonly<Record<Id, PressRuleText>>,
): RuleSet<Id, Message> {
  const cited: Readonly<Record<string, RuleText & Message>> = Object.fromEntries(
    Object.entries<PressRuleText>(texts).map(([id, text]) => {
      const citation = citationOf(id, "pdf-x-4");
      return [id, { ...text, clauses: citation === undefined ? [] : [citation] }];
    }),
  );
  return ruleSet<Id, Message>(cited);
}
