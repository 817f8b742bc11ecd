/**
 * Runs in the world that proves. The ids that the source gives, which layout changes: it takes them off
 * what goes on from an earlier page, and gives footnotes ids of its own.
 */
import * as dom from "./dom-access.ts";

/** By the number of its element, in the order of the document. Of elements with one id, the first has it. */
export const sourceIds = new Map<string, string>();

/** Once elements are numbered. `html` and `body`, which hold all pages, are not. */
export function noteSourceIds(): void {
  const known = new Set<string>();
  for (const element of document.body.querySelectorAll("[id][data-ref]")) {
    const id = dom.attribute(element, "id") ?? "";
    if (id === "" || known.has(id)) continue;
    known.add(id);
    sourceIds.set(dom.attribute(element, "data-ref") ?? "", id);
  }
}
