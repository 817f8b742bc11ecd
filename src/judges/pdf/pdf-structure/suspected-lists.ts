/**
 * Looks for lists that are none: paragraphs in a row which start with a bullet or with numbers that
 * count up. Input: a structure tree; output: a finding for each such row.
 */
import {
  textOf,
  type StructureElement,
  type StructureKid,
  type StructureTree,
} from "../../../pdf/structure/structure-tree.ts";
import type { FoundPlace } from "../../verdict/found-element.ts";
import { findingOf } from "../../verdict/judge-info.ts";
import { PDF_STRUCTURE_RULES, type PdfStructureFinding } from "../pdf-structure-info.ts";

const BULLET = /^[•‣▪▫●○◦■□–—*·∙]\s*\S/u;
const NUMBER = /^\(?(\d{1,3})[.)]\s/u;

export function judgeSuspectedLists(
  tree: StructureTree,
  place: (of: StructureElement) => FoundPlace,
): readonly PdfStructureFinding[] {
  const found: PdfStructureFinding[] = [];
  visit(tree.kids);
  return found;

  function visit(kids: readonly StructureKid[]): void {
    let row: StructureElement[] = [];
    const close = (): void => {
      const [first] = row;
      if (first !== undefined && row.length > 1) found.push(finding(first, row.length));
      row = [];
    };
    for (const kid of kids) {
      if (kid.kind !== "element") continue;
      if (kid.mappedRole === "P" && continues(row, textOf(kid).trim())) row.push(kid);
      else {
        close();
        if (kid.mappedRole === "P" && continues([], textOf(kid).trim())) row.push(kid);
      }
      visit(kid.kids);
    }
    close();
  }

  function finding(first: StructureElement, count: number): PdfStructureFinding {
    return findingOf(PDF_STRUCTURE_RULES["pdf-suspected-list"], {
      ...place(first),
      message: `${count} paragraphs in a row look like items of a list, from “${textOf(first).trim().slice(0, 60)}” on.`,
    });
  }
}

/** Whether a text may be the next item after those of the row. */
function continues(row: readonly StructureElement[], text: string): boolean {
  const before = row.at(-1);
  const number = NUMBER.exec(text)?.[1];
  if (before === undefined) return BULLET.test(text) || number !== undefined;
  const last = textOf(before).trim();
  if (BULLET.test(text)) return BULLET.test(last) && last.startsWith(text.slice(0, 1));
  return number !== undefined && Number(number) === Number(NUMBER.exec(last)?.[1] ?? NaN) + 1;
}
