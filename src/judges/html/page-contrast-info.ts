/** The judges of contrast on pages and of generated text, and their rule, as data. */
import { ruleSet, type JudgeInfo } from "../verdict/judge-info.ts";
import { packageVersion } from "../verdict/package-version.ts";
import { AXE_RULES_ADDRESS } from "./axe-info.ts";

export const GENERATED_TEXT_RULES = ruleSet({
  "generated-text-contrast": {
    summary:
      "Text of `::before`, `::after` or a marker has less contrast than 4.5:1, or 3:1 where it is large.",
    impact: "serious",
    wcag: ["1.4.3"],
    affects: ["low-vision", "colour-blind"],
    fix: "Choose a darker or lighter colour for this generated text in the style sheet.",
  },
});

export const GENERATED_TEXT = {
  name: "imprimatur-generated-text",
  version: "1",
  looksAt: "The contrast of text that only the styles write.",
  subjects: ["html-page"],
  needs: ["browser"],
  limit: "judgeTimeoutMs",
  rules: GENERATED_TEXT_RULES,
} as const satisfies JudgeInfo;

/** Real text is judged by axe-core's rules of contrast, generated text by ours. */
export const PAGE_CONTRAST: JudgeInfo = {
  name: "imprimatur-page-contrast",
  version: () => packageVersion("axe-core"),
  looksAt: "Contrast on the paginated pages, generated text included.",
  subjects: ["laid-out-pages"],
  needs: ["browser", "project"],
  limit: "judgeTimeoutMs",
  rules: GENERATED_TEXT_RULES,
  toolRules: AXE_RULES_ADDRESS,
};
