/** The judge axe-core, as data. Its rules are its own. */
import type { JudgeInfo } from "../verdict/judge-info.ts";
import { packageVersion } from "../verdict/package-version.ts";

/** Where axe-core's rules are documented, which pa11y and the judge of pages' contrast run as well. */
export const AXE_RULES_ADDRESS =
  "https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md";

export const AXE: JudgeInfo = {
  name: "axe-core",
  version: () => packageVersion("axe-core"),
  looksAt:
    "WCAG 2.0, 2.1 and 2.2 at A and AA, and axe's best practices; of a PDF, the HTML derived from its structure tree.",
  subjects: ["html-page", "pdf"],
  needs: ["browser"],
  limit: "judgeTimeoutMs",
  rules: {},
  toolRules: AXE_RULES_ADDRESS,
};
