/**
 * Which pages are painted in the order of the structure tree. Input: the tree and what pages paint;
 * output: page numbers. Pure.
 *
 * A page whose layers lie on each other has to be painted in their order. A program that reads such
 * a page as it is painted does not read it in the order of the structure, and is not at fault.
 */
import type { PageText } from "../../../pdf/text/page-texts.ts";
import type { StructureKid, StructureTree } from "../../../pdf/structure/structure-tree.ts";

/** Counted from 1. */
export function pagesPaintedInOrder(
  { kids }: Pick<StructureTree, "kids">,
  pages: readonly PageText[],
): ReadonlySet<number> {
  const structure = new Map<number, string[]>();
  const visit = (kid: StructureKid): void => {
    if (kid.kind === "element") kid.kids.forEach(visit);
    if (kid.kind !== "content") return;
    const known = structure.get(kid.page) ?? [];
    known.push(key(kid));
    structure.set(kid.page, known);
  };
  kids.forEach(visit);
  const inOrder = pages.filter(({ page, runs }) => {
    const painted = runs
      .filter(({ standing }) => standing === "tagged")
      .map(key)
      .filter((own, at, all) => own !== all[at - 1]);
    const seen = new Set(painted);
    const wanted = (structure.get(page) ?? []).filter((own) => seen.has(own));
    return wanted.length === painted.length && wanted.every((own, at) => own === painted[at]);
  });
  return new Set(inOrder.map(({ page }) => page));
}

function key({ stream, mcid }: { readonly stream?: string; readonly mcid?: number }): string {
  return `${stream ?? ""} ${mcid ?? ""}`;
}
