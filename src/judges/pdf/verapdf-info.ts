/** The judge veraPDF, as data. Its rules are its own, but for files that it cannot read. */
import { ruleSet, type JudgeInfo } from "../verdict/judge-info.ts";
import { veraPdfRelease } from "./verapdf/release.ts";

export const VERAPDF_RULES = ruleSet({
  "pdf-encrypted": {
    summary: "The PDF is encrypted, so that veraPDF cannot read it.",
    impact: "critical",
    affects: ["everyone"],
    fix: "Save it without a password.",
  },
  "pdf-unreadable": {
    summary: "The PDF is damaged, so that veraPDF cannot read it.",
    impact: "critical",
    affects: ["everyone"],
    fix: "Make the PDF anew; it is damaged or no PDF.",
  },
});

export const VERAPDF: JudgeInfo = {
  name: "veraPDF",
  /** Of the one that is fetched; a machine may have another. */
  version: veraPdfRelease.version,
  looksAt: "PDF/UA-1 and PDF/A-2a.",
  subjects: ["pdf"],
  needs: ["java"],
  limit: "judgeTimeoutMs",
  rules: VERAPDF_RULES,
  toolRules: "https://github.com/veraPDF/veraPDF-validation-profiles/wiki",
};
