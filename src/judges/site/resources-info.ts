/** The judge of what a page asked for and did not get, and its rules, as data. */
import { ruleSet, type JudgeInfo } from "../verdict/judge-info.ts";

const putIntoProject =
  "Put the file into the project's content/ or styles/ folder, and name it by its path there.";

export const RESOURCE_RULES = ruleSet({
  "resource-refused": {
    summary: "What is asked for lies on a network or outside the project.",
    impact: "serious",
    affects: ["everyone"],
    fix: putIntoProject,
  },
  "resource-missing": {
    summary: "What is asked for is not there.",
    impact: "serious",
    affects: ["everyone"],
    fix: putIntoProject,
  },
  "resource-unfinished": {
    summary: "What is asked for did not come in the time that the page had.",
    impact: "serious",
    affects: ["everyone"],
    fix: "Look whether what is asked for comes to an end, or give the page more time (--judge-timeout).",
  },
  "page-leads-away": {
    summary: "A script, a form or a refresh leads the page elsewhere, or to itself.",
    impact: "serious",
    affects: ["everyone"],
    fix: "Take out the script, the form or the refresh that leads there, or publish that page.",
  },
  "window-refused": {
    summary: "The page opens a window.",
    impact: "serious",
    affects: ["everyone"],
    fix: "Open no window that the reader has not asked for: take the script out.",
  },
});

export const RESOURCES = {
  name: "imprimatur-resources",
  version: "1",
  looksAt:
    "Nothing that the page, or the print source, asked for was refused, missing or late, and nothing led it away.",
  subjects: ["html-page", "pdf", "press-file"],
  needs: ["browser", "source"],
  limit: "judgeTimeoutMs",
  rules: RESOURCE_RULES,
} as const satisfies JudgeInfo;
