/**
 * The judge of what in the source keeps a PDF from the standards, and its rules, as data. Which standard
 * forbids what, in which clause, is in `pdf/standards/rules.ts`.
 */
import type { SourceRule } from "../../accessible/source/source-fault.ts";
import { citationsOf } from "../../pdf/standards/rules.ts";
import { ruleSet, type JudgeInfo, type RuleText } from "../verdict/judge-info.ts";

type SourceRuleText = Omit<RuleText, "impact" | "clauses">;

/** What a fault says of its place comes before the fix that is meant for all. */
const TEXTS: Readonly<Record<SourceRule, SourceRuleText>> = {
  "document-title": {
    summary: "The document has neither a title nor a heading to take it from.",
    wcag: ["2.4.2"],
    affects: ["blind", "cognition"],
    fix: "Give it a <title>, or a heading to take the title from.",
  },
  "document-language": {
    summary: "The document does not say what language it is in.",
    wcag: ["3.1.1"],
    affects: ["blind"],
    fix: 'Write it on the root: <html lang="en">.',
  },
  "language-unknown": {
    summary: "A language is no language tag.",
    wcag: ["3.1.1", "3.1.2"],
    affects: ["blind"],
    fix: "Write a tag such as fr or en-GB.",
  },
  "embedded-document": {
    summary: "A document within the document, as in a frame, cannot be tagged.",
    wcag: ["1.1.1"],
    affects: ["blind"],
    fix: "Put its content in the document itself, or a picture with an alternative text.",
  },
  "layout-loss": {
    summary: "Layout lost or repeated words of the source.",
    wcag: ["1.3.1"],
    affects: ["everyone"],
    fix: "Look at the place in print, and at the styles that lay it out.",
  },
  "text-lost": {
    summary: "Text of the source is not printed.",
    wcag: ["1.3.1"],
    affects: ["everyone"],
    fix: "Look for styles that keep it from being painted.",
  },
  "text-unknown": {
    summary: "Text is printed that stands nowhere in the source.",
    wcag: ["1.3.1"],
    affects: ["blind"],
    fix: "Set it in the flow of the document rather than on top of it, and look at the page.",
  },
  "text-untagged": {
    summary: "Nothing reads a text that is printed.",
    wcag: ["1.3.1"],
    affects: ["blind"],
    fix: "Put the text where HTML has a place for it: in an item of the list, in a cell of the table.",
  },
  "text-too-long": {
    summary: "An alternative, a name or a title takes more bytes than a string may have.",
    affects: ["blind"],
    fix: "Say it in a sentence or two, and put what is longer in the text.",
  },
  "private-character": {
    summary: "A character means nothing outside its font.",
    wcag: ["1.1.1"],
    affects: ["blind"],
    fix: 'Write a character of Unicode, or have the styles show it: content: "\\e000" / "what it means".',
  },
  "missing-glyph": {
    summary: "No font has a glyph for a character.",
    affects: ["everyone"],
    fix: "Add a font that has it to font-family, or write another character.",
  },
  "image-alt": {
    summary: "An image, a drawing or a graphic has no alternative text.",
    wcag: ["1.1.1"],
    affects: ["blind"],
    fix: 'Describe it in alt="…", or write alt="" if it is decoration.',
  },
  "control-name": {
    summary: "A control of a form has no name.",
    wcag: ["1.3.1", "4.1.2"],
    affects: ["blind", "motor"],
    fix: "Give it a <label>, or aria-label.",
  },
  "figure-lost": {
    summary: "A figure has a name, and nothing of it is read.",
    wcag: ["1.1.1"],
    affects: ["blind"],
    fix: 'Name the picture in it instead: alt="…" on an image, role="img" and aria-label="…" on a drawing.',
  },
  "picture-lost": {
    summary: "A picture with an alternative did not load, paints nothing, or cannot be tagged.",
    wcag: ["1.1.1"],
    affects: ["everyone"],
    fix: "Put the picture where the document looks for it, or take it out.",
  },
  "heading-order": {
    summary: "A level of heading is skipped.",
    wcag: ["1.3.1"],
    affects: ["blind", "cognition"],
    fix: "Make it the next level down, or add the heading that is missing.",
  },
  "table-role": {
    summary: "A table by ARIA's roles has no rows, or something outside of its cells.",
    wcag: ["1.3.1"],
    affects: ["blind"],
    fix: 'Put all it holds in elements of role="cell", "columnheader" or "rowheader", in elements of role="row".',
  },
  "image-map": {
    summary:
      "An area of an image map leads nowhere that a PDF can go, or lies outside of its picture.",
    wcag: ["2.4.4"],
    affects: ["everyone"],
    fix: "Write the link beside the picture too, or take the area off.",
  },
  "link-name": {
    summary: "A link, or an area of an image map, has no name.",
    wcag: ["2.4.4", "4.1.2"],
    affects: ["blind"],
    fix: "Write text in it, give its image an alternative text, or add aria-label.",
  },
  "link-target": {
    summary: "A link leads to a place that is not in the document.",
    wcag: ["2.4.4"],
    affects: ["everyone"],
    fix: "Give the element that is meant this id, or write the right one.",
  },
  "link-unknown": {
    summary: "A link leads nowhere that a PDF can go.",
    wcag: ["2.4.4"],
    affects: ["everyone"],
    fix: "Lead it to an address, or to an element of the document, or make it plain text in print.",
  },
  "repeated-form": {
    summary: "An effect, such as a mask, paints the same text twice.",
    wcag: ["1.3.1"],
    affects: ["blind"],
    fix: "Take mask, clip-path or filter off elements that hold text.",
  },
};

export const SOURCE_RULES = ruleSet<SourceRule>(withClauses(TEXTS));

function withClauses(
  texts: Readonly<Record<SourceRule, SourceRuleText>>,
): Readonly<Record<SourceRule, RuleText>> {
  const entries = Object.entries(texts) as readonly (readonly [SourceRule, SourceRuleText])[];
  return Object.fromEntries(
    entries.map(([rule, text]) => [
      rule,
      { ...text, impact: "serious", clauses: citationsOf(rule) },
    ]),
  ) as Readonly<Record<SourceRule, RuleText>>;
}

export const SOURCE = {
  name: "imprimatur-source",
  version: "1",
  looksAt:
    "What in the source keeps the PDF from the standards, with the clause of each, and the element.",
  subjects: ["pdf"],
  needs: ["source"],
  limit: "judgeTimeoutMs",
  rules: SOURCE_RULES,
} as const satisfies JudgeInfo;
