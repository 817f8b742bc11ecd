/**
 * Names where an element is, for people: `page 2 · Document > Sect > P[3]`. Input: a structure
 * tree; output: a unique place for each element. Numbers count siblings of one type from 1 and are
 * left out where there is but one.
 */
import { elementsOf, type StructureElement, type StructureTree } from "./structure-tree.ts";

export function structurePlaces(tree: StructureTree): ReadonlyMap<StructureElement, string> {
  const places = new Map<StructureElement, string>();
  visit(tree.kids, "", undefined);
  return places;

  function visit(
    elements: readonly StructureElement[],
    outer: string,
    outerPage: number | undefined,
  ): void {
    const totals = new Map<string, number>();
    for (const { role } of elements) totals.set(role, (totals.get(role) ?? 0) + 1);
    const counts = new Map<string, number>();
    for (const element of elements) {
      const { role } = element;
      const count = (counts.get(role) ?? 0) + 1;
      counts.set(role, count);
      const step = (totals.get(role) ?? 0) > 1 ? `${role}[${count}]` : role;
      const path = outer === "" ? step : `${outer} > ${step}`;
      const page = element.page ?? outerPage;
      places.set(element, page === undefined ? path : `page ${page} · ${path}`);
      visit(elementsOf(element.kids), path, page);
    }
  }
}
