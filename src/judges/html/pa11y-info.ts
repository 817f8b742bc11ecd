/** The judge pa11y, as data. Its rules are those of its runners. */
import type { JudgeInfo } from "../verdict/judge-info.ts";
import { packageVersion } from "../verdict/package-version.ts";

export const PA11Y: JudgeInfo = {
  name: "pa11y",
  version: () => packageVersion("pa11y"),
  looksAt:
    "WCAG 2 AA with its runners HTML_CodeSniffer and axe; of a PDF, the HTML derived from its structure tree.",
  subjects: ["html-page", "pdf"],
  needs: ["browser"],
  limit: "judgeTimeoutMs",
  rules: {},
  toolRules: "https://squizlabs.github.io/HTML_CodeSniffer/Standards/WCAG2/",
};
