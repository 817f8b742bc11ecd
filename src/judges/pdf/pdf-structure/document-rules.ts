/** Rules about the document as a whole: tags, title, language, bookmarks. Facts in, findings out. */
import type { DocumentFacts } from "../../../pdf/document/document-facts.ts";
import { findingOf } from "../../verdict/judge-info.ts";
import { PDF_STRUCTURE_RULES, type PdfStructureFinding } from "../pdf-structure-info.ts";

/** Documents with more pages need bookmarks (PDF2 names no number; a reader needs no map for four). */
const PAGES_WITHOUT_BOOKMARKS = 4;

/** A tag as in BCP 47: letters and digits in groups of eight at most. */
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** For a PDF without tags there is nothing to judge but the document: this is what to say instead. */
export const untaggedFinding = findingOf(PDF_STRUCTURE_RULES["pdf-untagged"], {
  where: "document",
  message:
    "The PDF has no tags: assistive technology cannot tell headings, lists or reading order.",
});

export function judgeDocument(facts: DocumentFacts): readonly PdfStructureFinding[] {
  const found: PdfStructureFinding[] = [];
  const where = "document";
  const report = (rule: keyof typeof PDF_STRUCTURE_RULES, message: string): void => {
    found.push(findingOf(PDF_STRUCTURE_RULES[rule], { where, message }));
  };
  if (facts.hasStructure && !facts.marked) {
    report(
      "pdf-not-marked",
      "The PDF has tags but does not say that it is tagged, so readers may ignore them.",
    );
  }
  if (facts.title === undefined) {
    report("pdf-document-title", "The PDF has no title.");
  } else if (!facts.displayDocTitle) {
    report("pdf-display-doc-title", "Viewers show the name of the file instead of the title.");
  }
  if (facts.lang === undefined) {
    report("pdf-document-language", "The PDF does not say what language it is in.");
  } else if (!LANGUAGE_TAG.test(facts.lang)) {
    found.push(
      findingOf(PDF_STRUCTURE_RULES["pdf-document-language"], {
        where,
        message: `The language of the PDF, “${facts.lang}”, is no language tag.`,
        help: "PDF16: set Lang in the document catalog to a tag such as fr or en-GB.",
      }),
    );
  }
  if (facts.pageCount > PAGES_WITHOUT_BOOKMARKS && facts.outline.length === 0) {
    report("pdf-bookmarks", `The PDF has ${facts.pageCount} pages and no bookmarks.`);
  }
  return found;
}
