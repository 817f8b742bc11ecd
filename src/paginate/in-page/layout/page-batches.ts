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

/** A batch, and the pages that it is of. */
export class ShownBatch {
  readonly #batch: PageBatch;
  readonly #finished: FinishedPages;
  readonly #chunker: Chunker;

  constructor(batch: PageBatch, finished: FinishedPages, chunker: Chunker) {
    this.#batch = batch;
    this.#finished = finished;
    this.#chunker = chunker;
  }

  /** Has no page in the document, and lets go what stood on those before the batch. */
  clearBefore(): void {
    this.#finished.showAlone(new Set(), this.#chunker);
    // They have been measured by now.
    for (const page of this.#chunker.pages.slice(0, this.#batch.pagesBefore)) empty(page);
  }

  /** Has its pages in the document, and no others. */
  show(): void {
    const { pagesBefore, pageCount } = this.#batch;
    const pages = this.#chunker.pages.slice(pagesBefore, pagesBefore + pageCount);
    const elements = pages.flatMap(({ element }) => element ?? []);
    this.#finished.showAlone(new Set(elements), this.#chunker);
  }
}

/** Its element stays, which says what was counted up to there. */
function empty({ element, wrapper }: PageOfPaged): void {
  // Paged.js keeps hold of it, and so of all that is in it.
  wrapper?.replaceChildren();
  element?.replaceChildren();
}
