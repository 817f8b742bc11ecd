/**
 * Judges the structure of a PDF for what judges of web pages cannot see in the HTML derived from
 * it. Input: what src/pdf says of a file; output: findings, each named after the WCAG
 * technique for PDF that it breaks. Contrast and the rules of PDF/UA for machines are others' job.
 */
import { readAnnotations, type PdfAnnotation } from "../../pdf/document/annotations.ts";
import { readDocumentFacts, type DocumentFacts } from "../../pdf/document/document-facts.ts";
import type { PdfDocument } from "../../pdf/objects/open-pdf.ts";
import { readPageTexts, type PageText } from "../../pdf/text/page-texts.ts";
import { readStructureTree } from "../../pdf/structure/read-structure-tree.ts";
import { readShownText } from "../../pdf/text/shown-text.ts";
import type { StructureTree } from "../../pdf/structure/structure-tree.ts";
import { findingOf } from "../verdict/judge-info.ts";
import { judgeBy, type Judge, type Judgement } from "../verdict/judge.ts";
import {
  PDF_STRUCTURE,
  PDF_STRUCTURE_RULES,
  type PdfStructureFinding,
} from "./pdf-structure-info.ts";
import { faultyPages, judgeCharacters } from "./pdf-structure/character-rules.ts";
import { judgeDocument, untaggedFinding } from "./pdf-structure/document-rules.ts";
import { judgeElements } from "./pdf-structure/element-rules.ts";
import { judgePages } from "./pdf-structure/page-rules.ts";

export interface PdfReading {
  readonly facts: DocumentFacts;
  readonly tree: StructureTree;
  readonly pageTexts: readonly PageText[];
  readonly annotations: readonly PdfAnnotation[];
  /** What is wrong with the characters of the text that is shown, tagged or not. */
  readonly characters: Judgement<PdfStructureFinding["rule"]>;
}

/** Reads all that this judge looks at, and that HTML is derived from. */
export async function readForJudging(pdf: PdfDocument): Promise<PdfReading> {
  const reading = readStructureTree(pdf);
  // Who waits for it hears of it, unless what is read meanwhile fails first.
  reading.catch(() => undefined);
  // Most of what the tree is read from comes from another thread.
  const faulty = faultyPages(readShownText(pdf));
  const facts = readDocumentFacts(pdf);
  const annotations = readAnnotations(pdf);
  const tree = await reading;
  return {
    facts,
    tree,
    pageTexts: await readPageTexts(pdf),
    annotations,
    characters: judgeCharacters(faulty, tree),
  };
}

export const pdfStructureJudge: Judge<PdfReading> = judgeBy(PDF_STRUCTURE, (reading) => {
  const { findings, toReview = [] } = reading.characters;
  return Promise.resolve({ findings: [...judgePdfStructure(reading), ...findings], toReview });
});

/** Findings in the order document, elements, pages. Without tags, only the document's. */
function judgePdfStructure(reading: PdfReading): readonly PdfStructureFinding[] {
  const { facts, tree, pageTexts, annotations } = reading;
  if (tree.kids.length === 0) return [untaggedFinding, ...judgeDocument(facts)];
  return [
    ...judgeDocument(facts),
    ...judgeElements(tree),
    ...judgePages(facts, tree, pageTexts, annotations),
    ...judgeTree(tree),
  ];
}

/** What is wrong with the tree itself: readers may lose or repeat content. */
function judgeTree(tree: StructureTree): readonly PdfStructureFinding[] {
  return tree.problems.map(({ code, message, where }) =>
    findingOf(PDF_STRUCTURE_RULES[`pdf-structure-${code}`], {
      where,
      message: `In the structure tree, ${message}.`,
    }),
  );
}
