/** The judge pa11y, as data. Its rules are those of its runners. */
import pa11y from "pa11y/package.json" with { type: "json" };
import type { JudgeInfo } from "../verdict/judge-info.ts";

export const PA11Y: JudgeInfo = {
  name: "pa11y",
  version: () => pa11y.version,
  looksAt:
    "WCAG 2 AA with its runners HTML_CodeSniffer and axe; of a PDF, the HTML derived from its structure tree.",
  subjects: ["html-page", "pdf"],
  needs: ["browser"],
  limit: "judgeTimeoutMs",
  rules: {},
  toolRules: "https://squizlabs.github.io/HTML_CodeSniffer/Standards/WCAG2/",
};
