/** The judge of whether a PDF reads as its source, and its rules, as data. */
import { ruleSet, type JudgeInfo, type RuleFinding, type RuleIdOf } from "../verdict/judge-info.ts";

export const READING_RULES = ruleSet({
  "reading-fidelity": {
    summary:
      "Words of the source are not read, or others are: with the reader, the page and the words before them.",
    impact: "serious",
    wcag: ["1.3.1", "1.3.2"],
    affects: ["blind", "cognition"],
    fix: "Look at this place in print, whether something covers, clips or moves the text.",
  },
  "reading-order": {
    summary:
      "The right words are read in another order than the structure's, where the page is painted in that order, and in lines of their own.",
    impact: "serious",
    wcag: ["1.3.2"],
    affects: ["blind", "cognition"],
    fix: "Look at how this place is laid out: text that is turned, or far from its line, is put elsewhere.",
  },
});

export const READING_FIDELITY = {
  name: "imprimatur-reading-fidelity",
  version: "2",
  looksAt: "Every word of the print source is read, in order, and no other.",
  subjects: ["pdf"],
  needs: ["source"],
  limit: "judgeTimeoutMs",
  rules: READING_RULES,
} as const satisfies JudgeInfo;

export type ReadingFinding = RuleFinding<RuleIdOf<typeof READING_FIDELITY>>;
