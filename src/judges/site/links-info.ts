/** The judge of internal links and its rules, as data. */
import { ruleSet, type JudgeInfo } from "../verdict/judge-info.ts";

const fix = "Correct the address, or publish what it leads to.";

export const LINK_RULES = ruleSet({
  "link-broken": {
    summary: "A link leads to no file of the folder.",
    impact: "serious",
    affects: ["everyone"],
    fix,
  },
  "fragment-broken": {
    summary: "A link leads to a place that the page does not have.",
    impact: "serious",
    affects: ["everyone"],
    fix,
  },
  "link-malformed": {
    summary: "A link is no address.",
    impact: "serious",
    affects: ["everyone"],
    fix,
  },
});

export const LINKS = {
  name: "imprimatur-links",
  version: "1",
  looksAt: "No internal link is broken.",
  subjects: ["html-folder", "html-file"],
  needs: [],
  limit: "judgeTimeoutMs",
  rules: LINK_RULES,
} as const satisfies JudgeInfo;
