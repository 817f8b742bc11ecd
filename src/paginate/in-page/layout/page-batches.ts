/**
 * Runs in the world that lays out. The pages of a long document as batches, of which one at a time stands in
 * the document: what the browser holds for pages that it displays, and what its print takes, it holds for one
 * batch alone. A batch begins where a part of the document may (`StartNotes`), so that its words can be told
 * from those of others.
 */
import type { FinishedPages } from "./finished-pages.ts";
import type { Chunker } from "./paged.ts";
import type { PageBatch, StartState } from "./parts/layout-part.ts";

/** @param starts where batches may begin, in the order of pages. */
export function pageBatches(
  pageCount: number,
  batchPages: number,
  starts: readonly StartState[],
): readonly PageBatch[] {
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

export function showPages(batch: PageBatch, finished: FinishedPages, chunker: Chunker): void {
  const { pagesBefore, pageCount } = batch;
  const pages = chunker.pages.slice(pagesBefore, pagesBefore + pageCount);
  finished.showAlone(new Set(pages.flatMap(({ element }) => element ?? [])), chunker);
}
