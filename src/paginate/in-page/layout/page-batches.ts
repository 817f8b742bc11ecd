/**
 * Runs in the world that lays out. The pages of a long document as batches, of which one at a time stands in
 * the document: what the browser holds for pages that it displays, and what its print takes, it holds for one
 * batch alone. A batch begins where a part of the document may (`StartNotes`), so that its words can be told
 * from those of others.
 */
import type { FinishedPages } from "./finished-pages.ts";
import type { Chunker, PageOfPaged } from "./paged.ts";
import type { BatchSizes, PageBatch, StartState } from "./parts/layout-part.ts";

/** @param starts where batches may begin, in the order of pages. */
export function pageBatches(
  pageCount: number,
  { count: wanted, leastPages, mostPages }: BatchSizes,
  starts: readonly StartState[],
): readonly PageBatch[] {
  const batchPages = Math.min(mostPages, Math.max(leastPages, pageCount / wanted));
  const count = Math.max(1, Math.round(pageCount / batchPages));
  const begins = [{ ref: undefined as string | undefined, pagesBefore: 0 }];
  for (const start of starts) {
    // As many pages in each, as far as they may begin there.
    if (start.pagesBefore >= (begins.length * pageCount) / count) begins.push(start);
  }
  return begins.map(({ ref, pagesBefore }, index) => ({
    start: ref,
    end: begins[index + 1]?.ref,
    pagesBefore,
    pageCount: (begins[index + 1]?.pagesBefore ?? pageCount) - pagesBefore,
  }));
}

/** Has no page in the document, and lets go what stood on those before a batch. */
export function clearPages(
  { pagesBefore }: PageBatch,
  finished: FinishedPages,
  chunker: Chunker,
): void {
  finished.showAlone(new Set(), chunker);
  // They have been measured by now.
  for (const page of chunker.pages.slice(0, pagesBefore)) empty(page);
}

/** Has the pages of a batch in the document, and no others. */
export function showPages(
  { pagesBefore, pageCount }: PageBatch,
  finished: FinishedPages,
  chunker: Chunker,
): void {
  const pages = chunker.pages.slice(pagesBefore, pagesBefore + pageCount);
  finished.showAlone(new Set(pages.flatMap(({ element }) => element ?? [])), chunker);
}

/** Its element stays, which says what was counted up to there. */
function empty({ element, wrapper }: PageOfPaged): void {
  // Paged.js keeps hold of it, and so of all that is in it.
  wrapper?.replaceChildren();
  element?.replaceChildren();
}
