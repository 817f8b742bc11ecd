/**
 * The judge of a PDF's structure and its rules, as data. It judges files of other programs, so it cites
 * WCAG's techniques for PDF (PDF1 and so on) beside clauses.
 */
import { citeClause } from "../../pdf/standards/rules.ts";
import { ruleSet, type JudgeInfo, type RuleFinding, type RuleIdOf } from "../verdict/judge-info.ts";

const ua = (clause: string): string => citeClause("pdf-ua-1", clause);

/** What is wrong with the tree itself. */
const treeRule = {
  impact: "serious",
  wcag: ["1.3.1"],
  clauses: ["ISO 32000-1 §14.7"],
  affects: ["blind"],
  fix: "ISO 32000-1 §14.7: write the structure tree anew; readers may lose or repeat content.",
} as const;

/** What text reads as. */
const characterRule = {
  impact: "serious",
  wcag: ["1.1.1"],
  affects: ["blind"],
} as const;

export const PDF_STRUCTURE_RULES = ruleSet({
  "pdf-untagged": {
    summary: "The PDF has no structure tree.",
    impact: "critical",
    wcag: ["1.3.1"],
    clauses: [ua("7.1")],
    affects: ["blind"],
    fix: "ISO 14289-1 §7.1: export the document as tagged PDF.",
  },
  "pdf-not-marked": {
    summary: "The PDF has a structure tree and does not say so (`Marked`).",
    impact: "serious",
    wcag: ["1.3.1"],
    clauses: [ua("6.2")],
    affects: ["blind"],
    fix: "ISO 14289-1 §6.2: set Marked in the MarkInfo dictionary to true.",
  },
  "pdf-document-title": {
    summary: "The PDF has no title.",
    impact: "serious",
    wcag: ["2.4.2"],
    clauses: [ua("7.1"), "technique PDF18"],
    affects: ["blind", "cognition"],
    fix: "PDF18: give the document a title in its metadata.",
  },
  "pdf-display-doc-title": {
    summary: "The PDF has a title that viewers do not show.",
    impact: "moderate",
    wcag: ["2.4.2"],
    clauses: [ua("7.1"), "technique PDF18"],
    affects: ["blind", "cognition"],
    fix: "PDF18: set DisplayDocTitle in the viewer preferences to true.",
  },
  "pdf-document-language": {
    summary: "The PDF has no language, or one that is no language tag.",
    impact: "serious",
    wcag: ["3.1.1"],
    clauses: [ua("7.2"), "technique PDF16"],
    affects: ["blind"],
    fix: "PDF16: set Lang in the document catalog, e.g. fr-FR.",
  },
  "pdf-bookmarks": {
    summary: "The PDF has more than a few pages and no bookmarks.",
    impact: "moderate",
    wcag: ["2.4.5"],
    clauses: ["technique PDF2"],
    affects: ["blind", "cognition"],
    fix: "PDF2: make bookmarks of the headings.",
    isGuidance: true,
  },
  "pdf-untagged-content": {
    summary: "Text is neither tagged nor an artifact.",
    impact: "serious",
    wcag: ["1.3.1"],
    clauses: [ua("7.1"), "technique PDF4"],
    affects: ["blind"],
    fix: "PDF4, ISO 14289-1 §7.1: tag text that means something, mark the rest as Artifact.",
  },
  "pdf-untagged-annotation": {
    summary: "A link, a field or a note is not in the structure tree.",
    impact: "serious",
    wcag: ["1.3.1", "4.1.2"],
    clauses: [ua("7.18"), "technique PDF11"],
    affects: ["blind", "motor"],
    fix: "PDF11, ISO 14289-1 §7.18: put it into a Link, Form or Annot element.",
  },
  "pdf-tab-order": {
    summary: "A page with links or fields has a tab order that does not follow the structure tree.",
    impact: "moderate",
    wcag: ["2.4.3"],
    clauses: [ua("7.18.3"), "technique PDF3"],
    affects: ["blind", "motor"],
    fix: "PDF3, ISO 14289-1 §7.18.3: set Tabs of the page to S.",
  },
  "pdf-heading-order": {
    summary: "A heading is more than one level below the one before it.",
    impact: "moderate",
    wcag: ["1.3.1"],
    clauses: [ua("7.4.2"), "technique PDF9"],
    affects: ["blind", "cognition"],
    fix: "PDF9, ISO 14289-1 §7.4.2: leave out no level of heading.",
  },
  "pdf-figure-alt": {
    summary: "A figure has no alternative.",
    impact: "critical",
    wcag: ["1.1.1"],
    clauses: [ua("7.3"), "technique PDF1"],
    affects: ["blind"],
    fix: "PDF1: say in Alt what it shows, or mark it as Artifact if it is decoration.",
  },
  "pdf-formula-alt": {
    summary: "A formula has no alternative.",
    impact: "critical",
    wcag: ["1.1.1"],
    clauses: [ua("7.7"), "technique PDF1"],
    affects: ["blind"],
    fix: "PDF1: say in Alt what it shows, or mark it as Artifact if it is decoration.",
  },
  "pdf-link-name": {
    summary: "A link has no words.",
    impact: "serious",
    wcag: ["2.4.4", "4.1.2"],
    clauses: [ua("7.18.5"), "technique PDF13"],
    affects: ["blind"],
    fix: "PDF13: put the text of the link into the Link element, or say in Contents where it leads.",
  },
  "pdf-field-name": {
    summary: "A field of a form has no name for people.",
    impact: "critical",
    wcag: ["1.3.1", "4.1.2"],
    clauses: [ua("7.18.1"), "technique PDF12"],
    affects: ["blind", "motor"],
    fix: "PDF12: give the field a tooltip (TU).",
  },
  "pdf-list-structure": {
    summary: "A list has no items, or holds what is no item.",
    impact: "serious",
    wcag: ["1.3.1"],
    clauses: [ua("7.6"), "technique PDF21"],
    affects: ["blind"],
    fix: "PDF21: put each item of the list into an LI element.",
  },
  "pdf-suspected-list": {
    summary: "Paragraphs in a row begin as items of a list do.",
    impact: "moderate",
    wcag: ["1.3.1"],
    clauses: [ua("7.6"), "technique PDF21"],
    affects: ["blind"],
    fix: "PDF21: tag them as L with LI, Lbl and LBody.",
  },
  "pdf-table-structure": {
    summary: "A table has no rows.",
    impact: "serious",
    wcag: ["1.3.1"],
    clauses: [ua("7.5"), "technique PDF6"],
    affects: ["blind"],
    fix: "PDF6: give the table TR elements with TH and TD in them.",
  },
  "pdf-table-headers": {
    summary: "A table has no TH.",
    impact: "serious",
    wcag: ["1.3.1"],
    clauses: ["technique PDF6"],
    affects: ["blind"],
    fix: "PDF6: tag cells that head a row or column as TH, or do not tag the text as a table.",
    isGuidance: true,
  },
  "pdf-empty-header": {
    summary: "A TH has no words.",
    impact: "minor",
    wcag: ["1.3.1"],
    clauses: ["technique PDF6"],
    affects: ["blind"],
    fix: "PDF6: say what the cell heads; where it heads nothing, as in the empty corner of a table, tag it as TD (<td> in HTML).",
    isGuidance: true,
  },
  "pdf-cell-without-header": {
    summary:
      "Cells of data have no TH in their row or column, by Scope and by spans, and name none in Headers.",
    impact: "serious",
    wcag: ["1.3.1"],
    clauses: ["technique PDF6"],
    affects: ["blind"],
    fix: "PDF6: tag the cell that heads its row or column as TH with that Scope, above it or before it, or name its headers in Headers; if it is a header itself, tag it as TH. A title of the whole table is its Caption.",
    isGuidance: true,
  },
  "pdf-structure-cycle": {
    summary: "An element of the structure tree is one of its own ancestors.",
    ...treeRule,
  },
  "pdf-structure-shared-element": {
    summary: "An element stands at two places of the structure tree.",
    ...treeRule,
  },
  "pdf-structure-shared-content": {
    summary: "Two elements of the structure tree share the same content.",
    ...treeRule,
  },
  "pdf-structure-too-deep": {
    summary: "The structure tree is deeper than is read here.",
    ...treeRule,
  },
  "pdf-structure-too-many": {
    summary: "The structure tree has more elements than are read here.",
    ...treeRule,
  },
  "pdf-structure-role-map-cycle": {
    summary: "Types of the role map stand for each other.",
    ...treeRule,
  },
  "pdf-structure-unknown-role": {
    summary: "An element has a type that neither the standard nor the role map knows.",
    ...treeRule,
  },
  "pdf-structure-parent-tree": {
    summary: "The parent tree is missing, or does not lead from content to its element.",
    ...treeRule,
  },
  "pdf-structure-unreadable-kid": {
    summary: "A kid of an element is nothing that a structure tree may hold.",
    ...treeRule,
  },
  "pdf-private-character": {
    ...characterRule,
    summary:
      "Letters read as private use (U+E000 and so on), which mean something in their font alone.",
    clauses: [ua("7.21.7"), citeClause("pdf-a-2a", "6.2.11.7.3")],
    fix: "ISO 14289-1 §7.21.7, ISO 19005-2 §6.2.11.7.3: map its code to what it shows, in the font's ToUnicode.",
  },
  "pdf-no-character": {
    ...characterRule,
    summary: "Letters read as U+0000, U+FEFF, U+FFFD, U+FFFE, U+FFFF or half a surrogate pair.",
    clauses: [ua("7.21.7")],
    fix: "ISO 14289-1 §7.21.7: map its code to what it shows, in the font's ToUnicode.",
  },
  "pdf-unmapped-code": {
    ...characterRule,
    summary:
      "Letters have a code that the file maps to nothing: no ToUnicode, no encoding, or a glyph's name that says nothing.",
    clauses: [ua("7.21.7"), "ISO 32000-1 §9.10.2"],
    fix: "ISO 32000-1 §9.10.2, ISO 14289-1 §7.21.7: give the font a ToUnicode map that has the code.",
  },
  "pdf-font-encoding": {
    ...characterRule,
    summary:
      "Letters are of a Type 1 font with an encoding of its own, whose program may name them.",
    impact: "moderate",
    clauses: ["ISO 32000-1 §9.10.2"],
    fix: "ISO 32000-1 §9.10.2: give the font a ToUnicode map, so that every reader reads the same.",
    toReview: true,
  },
  "pdf-unread-content": {
    summary: "A page paints more than a million operations, of which the rest is not read.",
    impact: "moderate",
    affects: ["blind"],
    fix: "Look at the page with the reader that it is meant for.",
    toReview: true,
  },
});

export const PDF_STRUCTURE = {
  name: "imprimatur-pdf-structure",
  version: "2",
  looksAt:
    "What HTML cannot show: untagged content, title, language, bookmarks, alternatives, characters.",
  subjects: ["pdf"],
  needs: [],
  limit: "judgeTimeoutMs",
  rules: PDF_STRUCTURE_RULES,
} as const satisfies JudgeInfo;

export type PdfStructureFinding = RuleFinding<RuleIdOf<typeof PDF_STRUCTURE>>;
