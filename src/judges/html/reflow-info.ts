/** The judge of reflow and its rule, as data. */
import { ruleSet, type JudgeInfo } from "../verdict/judge-info.ts";

export const REFLOW_RULES = ruleSet({
  reflow: {
    summary: "A page must be scrolled in two directions at 320 px.",
    impact: "serious",
    wcag: ["1.4.10"],
    affects: ["low-vision", "motor"],
    fix: "Let what sticks out wrap, shrink or stand below the rest in a narrow window: https://www.w3.org/WAI/WCAG22/Understanding/reflow",
  },
});

export const REFLOW = {
  name: "imprimatur-reflow",
  version: "1",
  looksAt: "No page must be scrolled sideways at 320 px.",
  subjects: ["html-page"],
  needs: ["browser"],
  limit: "judgeTimeoutMs",
  rules: REFLOW_RULES,
} as const satisfies JudgeInfo;
