/** Rules about the document as a whole: tags, title, language, bookmarks. Facts in, findings out. */
import type { DocumentFacts } from "../../../pdf/document/document-facts.ts";
import type { Finding } from "../../verdict/finding.ts";

/** Documents with more pages need bookmarks (PDF2 names no number; a reader needs no map for four). */
const PAGES_WITHOUT_BOOKMARKS = 4;

/** A tag as in BCP 47: letters and digits in groups of eight at most. */
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** For a PDF without tags there is nothing to judge but the document: this is what to say instead. */
export const untaggedFinding: Finding = {
  rule: "pdf-untagged",
  impact: "critical",
  wcag: ["1.3.1"],
  where: "document",
  message:
    "The PDF has no tags: assistive technology cannot tell headings, lists or reading order.",
  help: "ISO 14289-1 §7.1: export the document as tagged PDF.",
};

export function judgeDocument(facts: DocumentFacts): readonly Finding[] {
  const found: Finding[] = [];
  const where = "document";
  if (facts.hasStructure && !facts.marked) {
    found.push({
      rule: "pdf-not-marked",
      impact: "serious",
      wcag: ["1.3.1"],
      where,
      message: "The PDF has tags but does not say that it is tagged, so readers may ignore them.",
      help: "ISO 14289-1 §6.2: set Marked in the MarkInfo dictionary to true.",
    });
  }
  if (facts.title === undefined) {
    found.push({
      rule: "pdf-document-title",
      impact: "serious",
      wcag: ["2.4.2"],
      where,
      message: "The PDF has no title.",
      help: "PDF18: give the document a title in its metadata.",
    });
  } else if (!facts.displayDocTitle) {
    found.push({
      rule: "pdf-display-doc-title",
      impact: "moderate",
      wcag: ["2.4.2"],
      where,
      message: "Viewers show the name of the file instead of the title.",
      help: "PDF18: set DisplayDocTitle in the viewer preferences to true.",
    });
  }
  if (facts.lang === undefined) {
    found.push({
      rule: "pdf-document-language",
      impact: "serious",
      wcag: ["3.1.1"],
      where,
      message: "The PDF does not say what language it is in.",
      help: "PDF16: set Lang in the document catalog, e.g. fr-FR.",
    });
  } else if (!LANGUAGE_TAG.test(facts.lang)) {
    found.push({
      rule: "pdf-document-language",
      impact: "serious",
      wcag: ["3.1.1"],
      where,
      message: `The language of the PDF, “${facts.lang}”, is no language tag.`,
      help: "PDF16: set Lang in the document catalog to a tag such as fr or en-GB.",
    });
  }
  if (facts.pageCount > PAGES_WITHOUT_BOOKMARKS && facts.outline.length === 0) {
    found.push({
      rule: "pdf-bookmarks",
      impact: "moderate",
      wcag: ["2.4.5"],
      where,
      message: `The PDF has ${facts.pageCount} pages and no bookmarks.`,
      help: "PDF2: make bookmarks of the headings.",
    });
  }
  return found;
}
