/** The judge of semantics and its rules, as data. */
import { ruleSet, type JudgeInfo } from "../verdict/judge-info.ts";

export const SEMANTICS_RULES = ruleSet({
  "table-without-headers": {
    summary: "A table of data has no header in its first row or column.",
    impact: "serious",
    wcag: ["1.3.1"],
    affects: ["blind"],
    fix: "Mark the cells that name a column or a row as headers: <th scope=…> in HTML, TH in a PDF.",
  },
  "cell-without-header": {
    summary: "A cell of data has no header in its row or column, and none that it names.",
    impact: "serious",
    wcag: ["1.3.1"],
    affects: ["blind"],
    fix: "Mark the cell that names its column or row as a header, <th scope=…>, above it or before it; name its headers in the attribute headers; or, if it is a header itself, make it one. A title of the whole table is its <caption>.",
  },
  "list-without-markup": {
    summary: "Paragraphs or lines in a row begin as items of a list do, and are none.",
    impact: "serious",
    wcag: ["1.3.1"],
    affects: ["blind"],
    fix: "Make it a list: <ul> or <ol> with <li> in HTML, L with LI in a PDF.",
  },
  "heading-skipped": {
    summary: "A heading is more than one level below the one before it.",
    impact: "moderate",
    wcag: ["1.3.1"],
    affects: ["blind", "cognition"],
    fix: "Give the heading the next level down from the heading above it.",
  },
});

export const SEMANTICS = {
  name: "imprimatur-semantics",
  version: "2",
  looksAt:
    "Tables without headers, cells of data without one, lists that are none, skipped headings; of a PDF, in the HTML derived from its structure tree.",
  subjects: ["html-page", "pdf"],
  needs: ["browser"],
  limit: "judgeTimeoutMs",
  rules: SEMANTICS_RULES,
} as const satisfies JudgeInfo;
