/**
 * The judge of whether a target can be judged at all, and its rules, as data. The rules are the codes of
 * the errors by which `src/pdf` refuses a file.
 */
import { ruleSet, type JudgeInfo } from "../verdict/judge-info.ts";

export const FILE_RULES = ruleSet({
  "pdf-encrypted": {
    summary: "The PDF is encrypted.",
    impact: "critical",
    affects: ["everyone"],
    fix: "Save it without a password.",
  },
  "pdf-damaged": {
    summary: "The PDF is damaged, or is none.",
    impact: "critical",
    affects: ["everyone"],
    fix: "Make the PDF anew.",
  },
  "pdf-no-pages": {
    summary: "The PDF has no pages.",
    impact: "critical",
    affects: ["everyone"],
    fix: "Make the PDF anew.",
  },
  "pdf-too-large": {
    summary: "The PDF is over a limit.",
    impact: "critical",
    affects: ["everyone"],
    fix: "Make the PDF smaller, or part it: docs/security.md has the limits.",
  },
  "pdf-picture": {
    summary: "A picture of the PDF cannot be unpacked.",
    impact: "critical",
    affects: ["everyone"],
    fix: "Save the picture anew, and make the PDF again.",
  },
  "pdf-function": {
    summary: "A function of colours of the PDF cannot be read.",
    impact: "critical",
    affects: ["everyone"],
    fix: "Make the PDF anew, without the colours or the gradient that need it.",
  },
});

export const FILE = {
  name: "imprimatur-file",
  version: "1",
  looksAt: "Among several targets, that one cannot be judged: encrypted, damaged, over a limit.",
  subjects: ["pdf", "html-file", "html-folder"],
  needs: [],
  limit: "targetTimeoutMs",
  rules: FILE_RULES,
} as const satisfies JudgeInfo;
