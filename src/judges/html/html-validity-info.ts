/** The judge of HTML validity, as data. Its rules are html-validate's own. */
import type { JudgeInfo } from "../verdict/judge-info.ts";
import { packageVersion } from "../verdict/package-version.ts";

export const HTML_VALIDITY: JudgeInfo = {
  name: "html-validate",
  version: () => packageVersion("html-validate"),
  looksAt: "Files are valid HTML.",
  subjects: ["html-file", "html-folder"],
  needs: [],
  limit: "judgeTimeoutMs",
  rules: {},
  toolRules: "https://html-validate.org/rules/",
};
