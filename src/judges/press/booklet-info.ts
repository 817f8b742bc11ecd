/** The judge of sheets for office printers and its rules, as data. */
import { ruleSet, type JudgeInfo, type RuleFinding, type RuleIdOf } from "../verdict/judge-info.ts";

const fix = "Make the sheets again; if this stays, it is a fault of imposition.";

export const BOOKLET_RULES = ruleSet({
  "page-missing": {
    summary: "A page of the brochure is not on the sheets.",
    impact: "critical",
    affects: ["everyone"],
    fix,
  },
  "page-order": {
    summary: "Something else is read where a page should be.",
    impact: "critical",
    affects: ["everyone"],
    fix,
  },
  "page-turned": {
    summary: "A page stands on its head, or on its side.",
    impact: "critical",
    affects: ["everyone"],
    fix,
  },
  "page-scaled": {
    summary: "A page is not printed at its own size.",
    impact: "serious",
    affects: ["everyone"],
    fix,
  },
  "page-moved": {
    summary: "A page does not lie at the fold and on its trim.",
    impact: "serious",
    affects: ["everyone"],
    fix,
  },
});

export const BOOKLET = {
  name: "imprimatur-booklet",
  version: "1",
  looksAt:
    "The sheets for an office printer, folded as hands would: every page is there, in order, upright, at its size and at the fold.",
  subjects: ["office-sheets"],
  needs: ["source"],
  limit: "judgeTimeoutMs",
  rules: BOOKLET_RULES,
} as const satisfies JudgeInfo;

export type BookletFinding = RuleFinding<RuleIdOf<typeof BOOKLET>>;
