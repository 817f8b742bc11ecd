/** The judge of fonts and its rule, as data. */
import { ruleSet, type JudgeInfo } from "../verdict/judge-info.ts";

export const FONT_RULES = ruleSet({
  "system-font": {
    summary:
      "Text is painted with a font of the machine, because no font that is shipped has the character, or with a font that is none of those in styles/.",
    impact: "moderate",
    affects: ["everyone"],
    fix: "Name families of styles/fonts.css only, and write characters that they have; or add a font that has them.",
  },
});

export const FONTS = {
  name: "imprimatur-fonts",
  version: "1",
  looksAt: "Text is painted with fonts that the project ships, and no others.",
  subjects: ["html-page", "pdf", "press-file"],
  needs: ["browser", "project"],
  limit: "judgeTimeoutMs",
  rules: FONT_RULES,
} as const satisfies JudgeInfo;
