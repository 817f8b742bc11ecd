/**
 * Checks the ParentTree (ISO 32000-1 §14.7.4.4) against the structure tree: from each piece of
 * marked content and each annotation that an element claims, it must lead back to that element.
 * Input: the raw structure; output: problems, one a page. Viewers use the tree to find what is
 * under the reader's cursor.
 */
import type { PDFObject } from "@cantoo/pdf-lib";
import { PDFRef } from "@cantoo/pdf-lib";
import type { PdfDocument } from "../objects/open-pdf.ts";
import { readNumberTree } from "../objects/number-tree.ts";
import type { RawElement, RawKid, RawStructure } from "./raw-structure.ts";
import type { StructureProblem } from "./structure-tree.ts";

export function checkParentTree(
  pdf: PdfDocument,
  structure: RawStructure,
): readonly StructureProblem[] {
  const { objects } = pdf;
  if (structure.kids.length === 0) return [];
  const tree = objects.get(structure.root, "ParentTree");
  if (tree === undefined) {
    return [{ code: "parent-tree", message: "there is no ParentTree", where: "StructTreeRoot" }];
  }
  const entries = readNumberTree(objects, tree);
  const arrays = new Map<number, readonly PDFObject[]>();
  const lost = new Map<number, number>();
  const miss = (page: number): void => {
    lost.set(page, (lost.get(page) ?? 0) + 1);
  };
  for (const kid of structure.kids) visit(kid);
  return [...lost]
    .sort(([a], [b]) => a - b)
    .map(([page, count]) => ({
      code: "parent-tree" as const,
      message: `the ParentTree does not lead from ${count} ${count === 1 ? "piece" : "pieces"} of content to the element that claims it`,
      where: `page ${page}`,
    }));

  function visit(element: RawElement): void {
    for (const kid of element.kids) {
      if (kid.kind === "element") visit(kid);
      else if (!leadsTo(kid, element))
        miss(kid.kind === "content" ? kid.page : kid.annotation.page);
    }
  }

  function leadsTo(kid: Exclude<RawKid, RawElement>, element: RawElement): boolean {
    if (kid.kind === "annotation") {
      const { structParent } = kid.annotation;
      return structParent !== undefined && objects.dict(entries.get(structParent)) === element.dict;
    }
    const holder =
      kid.stream === undefined
        ? pdf.pages[kid.page - 1]?.dict
        : objects.stream(streamReference(kid.stream))?.dict;
    const key = objects.number(objects.get(holder, "StructParents"));
    if (key === undefined) return false;
    const array = arrays.get(key) ?? objects.items(entries.get(key));
    arrays.set(key, array);
    return objects.dict(array[kid.mcid]) === element.dict;
  }
}

function streamReference(reference: string): PDFRef {
  const [number, generation] = reference.split(" ").map(Number);
  return PDFRef.of(number ?? 0, generation ?? 0);
}
