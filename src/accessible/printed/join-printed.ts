/** What stands printed on the pages of parts of a document, as one. Input: parts, in the order of pages. */
import type { PrintedPages } from "./printed-pages.ts";

export function joinPrinted(parts: readonly PrintedPages[]): PrintedPages {
  const union = (refsOf: (part: PrintedPages) => ReadonlySet<string>): ReadonlySet<string> =>
    new Set(parts.flatMap((part) => [...refsOf(part)]));
  return {
    pages: parts.flatMap(({ pages }) => pages),
    notes: union(({ notes }) => notes),
    running: union(({ running }) => running),
    inFlow: union(({ inFlow }) => inFlow),
  };
}
