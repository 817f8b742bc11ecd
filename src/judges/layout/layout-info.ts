/** The judge of layout, of paper and of web pages, and its rules, as data. */
import { ruleSet, type JudgeInfo, type RuleFinding, type RuleIdOf } from "../verdict/judge-info.ts";

export const LAYOUT_RULES = ruleSet({
  "empty-foot": {
    summary:
      "More than a third of a page's room is empty at its foot, and its part goes on; footnotes do not fill it, painted panels do.",
    impact: "moderate",
    affects: ["everyone"],
    fix: "Let what comes next break over pages (break-inside: auto), make it smaller, or move it in the text.",
  },
  "heading-at-foot": {
    summary:
      "A heading, a header, a legend, or a caption that opens its block is the last thing on a page whose part goes on.",
    impact: "moderate",
    affects: ["everyone"],
    fix: "Set break-after: avoid on it, and on each block between it and its text.",
  },
  widow: {
    summary:
      "The last line of a divided paragraph stands alone on a page; not in tables, nor where the author parted the lines.",
    impact: "minor",
    affects: ["everyone"],
    fix: "Set widows: 2 for the paragraph, or change the text by a word or two.",
  },
  orphan: {
    summary:
      "The first line of a divided paragraph stands alone on a page; not in tables, nor where the author parted the lines.",
    impact: "minor",
    affects: ["everyone"],
    fix: "Set orphans: 2 for the paragraph, or change the text by a word or two.",
  },
  "hyphen-run": {
    summary:
      "More than three lines in a row, over pages as well, end in a hyphen that layout put there.",
    impact: "minor",
    affects: ["cognition"],
    fix: "Change the text by a word or two, widen the column, or do without hyphenation here.",
  },
  "line-overflow": {
    summary:
      "A line goes more than half a pixel beyond the content box of its block, or out of a box around it; blocks put somewhere by margin or position are let be.",
    impact: "serious",
    affects: ["everyone"],
    fix: "Say where long words may be divided (soft hyphens, hyphens: auto), or give the box more room.",
  },
  clipped: {
    summary:
      "Letters, generated ones too, or a picture are cut off by `overflow`, `clip-path` or the page's edge; pictures may run into the bleed.",
    impact: "serious",
    affects: ["everyone"],
    fix: "Give it more room, or take away the overflow, the clip-path or the fixed size around it; to crop a photograph on purpose, use object-fit on the picture itself.",
  },
  "broken-number": {
    summary: "A line ends inside a number.",
    impact: "serious",
    affects: ["everyone"],
    fix: "Give it more room; in a table make the columns fewer or the type smaller. Set white-space: nowrap on numbers, or overflow-wrap: normal and word-break: normal on what is around them.",
  },
  "broken-word": {
    summary:
      "A line ends inside a word, without a hyphen or another place where the language lets it end.",
    impact: "moderate",
    affects: ["cognition"],
    fix: "Give it more room, or say where it may be divided: a soft hyphen (&shy;), hyphens: auto, <wbr>. Set word-break: normal; overflow-wrap breaks words where nothing else helps.",
  },
  "wide-table": {
    summary: "A table is wider than the room that it has on its page or in its window, or cut off.",
    impact: "serious",
    affects: ["everyone"],
    fix: "Make its columns fewer or its type smaller, or turn its page: @page wide { size: A4 landscape } and page: wide.",
  },
  "nearly-empty-page": {
    summary:
      "Within a part, less than a fifth of a page's height holds anything; a part of several pages ends with a page of one line; or a page has nothing on it that anybody meant.",
    impact: "moderate",
    affects: ["everyone"],
    fix: "Let blocks break over pages, change the text by a word or two, or leave out the forced break that begins the page.",
  },
  overlap: {
    summary:
      "Letters, generated ones too, or pictures lie on each other; a picture may lie under the whole of a text, an ornament on a picture.",
    impact: "serious",
    affects: ["everyone"],
    fix: "Move one of them, or give lines more height; a picture may lie under a text only as a whole.",
  },
  "small-text": {
    summary:
      "Some text, of running headers and SVG pictures too, is printed smaller than the edition's `judges.smallestText`; superscripts have no allowance.",
    impact: "serious",
    affects: ["low-vision"],
    fix: "Make it larger in the edition's stylesheet; the least size is `judges.smallestText` in publication.yaml.",
  },
});

export const LAYOUT = {
  name: "imprimatur-layout",
  version: "2",
  looksAt:
    "The pages as a typesetter looks at them; of web pages, broken numbers and words, and tables wider than the window or cut off.",
  subjects: ["html-page", "laid-out-pages"],
  needs: ["browser"],
  limit: "judgeTimeoutMs",
  rules: LAYOUT_RULES,
} as const satisfies JudgeInfo;

export type LayoutFinding = RuleFinding<RuleIdOf<typeof LAYOUT>>;
