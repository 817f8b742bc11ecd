/** Rules about pages: text without tags, annotations without tags, tab order. */
import type { PdfAnnotation } from "../../../pdf/document/annotations.ts";
import type { DocumentFacts } from "../../../pdf/document/document-facts.ts";
import type { PageText } from "../../../pdf/text/page-texts.ts";
import { walkElements, type StructureTree } from "../../../pdf/structure/structure-tree.ts";
import { findingOf } from "../../verdict/judge-info.ts";
import { PDF_STRUCTURE_RULES, type PdfStructureFinding } from "../pdf-structure-info.ts";

/** How many stretches of text a finding quotes, and how much of each. */
const QUOTED_RUNS = 8;
const QUOTED_LENGTH = 60;

/** Annotations that no reader needs to reach: a popup belongs to another, marks are the printer's. */
const UNREAD_SUBTYPES = new Set(["Popup", "PrinterMark", "TrapNet"]);

export function judgePages(
  facts: DocumentFacts,
  tree: StructureTree,
  pageTexts: readonly PageText[],
  annotations: readonly PdfAnnotation[],
): readonly PdfStructureFinding[] {
  return [
    ...pageTexts.flatMap(judgeUntaggedText),
    ...judgeAnnotations(tree, annotations),
    ...judgeTabOrder(facts),
  ];
}

function judgeUntaggedText({ page, runs }: PageText): readonly PdfStructureFinding[] {
  const texts = runs
    .filter(({ standing }) => standing === "untagged")
    .map(({ text }) => text.trim())
    .filter((text) => text !== "");
  if (texts.length === 0) return [];
  const quoted = texts
    .slice(0, QUOTED_RUNS)
    .map((text) => `“${text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text}”`);
  const more = texts.length > QUOTED_RUNS ? ` and ${texts.length - QUOTED_RUNS} more` : "";
  return [
    findingOf(PDF_STRUCTURE_RULES["pdf-untagged-content"], {
      where: `page ${page}`,
      message: `Text is neither tagged nor an artifact: ${quoted.join(", ")}${more}.`,
    }),
  ];
}

function judgeAnnotations(
  tree: StructureTree,
  annotations: readonly PdfAnnotation[],
): readonly PdfStructureFinding[] {
  const tagged = new Map<string, number>();
  for (const { kids } of walkElements(tree.kids)) {
    for (const kid of kids) {
      if (kid.kind !== "annotation") continue;
      const key = annotationKey(kid.annotation);
      tagged.set(key, (tagged.get(key) ?? 0) + 1);
    }
  }
  return annotations.flatMap((annotation): readonly PdfStructureFinding[] => {
    const { subtype, page, visible, uri, contents } = annotation;
    if (!visible || UNREAD_SUBTYPES.has(subtype)) return [];
    const key = annotationKey(annotation);
    const left = tagged.get(key) ?? 0;
    if (left > 0) {
      tagged.set(key, left - 1);
      return [];
    }
    const name = contents ?? uri;
    return [
      findingOf(PDF_STRUCTURE_RULES["pdf-untagged-annotation"], {
        where: `page ${page}`,
        message: `An annotation (${subtype}${name === undefined ? "" : `, “${name}”`}) is not in the structure tree.`,
      }),
    ];
  });
}

/** What tells one annotation from another, where the file gives no name. */
function annotationKey({ page, subtype, rectPt, structParent, uri }: PdfAnnotation): string {
  return JSON.stringify([page, subtype, rectPt, structParent, uri]);
}

function judgeTabOrder(facts: DocumentFacts): readonly PdfStructureFinding[] {
  return facts.pages
    .filter(({ annotationCount, tabs }) => annotationCount > 0 && tabs !== "S")
    .map(({ page }) =>
      findingOf(PDF_STRUCTURE_RULES["pdf-tab-order"], {
        where: `page ${page}`,
        message: "The page has links or fields, and its tab order does not follow the structure.",
      }),
    );
}
