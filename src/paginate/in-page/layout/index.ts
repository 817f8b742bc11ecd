/** What runs in the world that lays out, beside Paged.js, as one bundle. It is loaded before Paged.js. */
import { waitForNoFrames } from "./frames.ts";
import { LayoutShare } from "./layout-share.ts";
import type { Chunker, LayoutOptions } from "./paged.ts";
import { clearPages, pageBatches, showPages } from "./page-batches.ts";
import type { BatchSizes, LayoutRecord } from "./parts/layout-part.ts";
import { prepareLayout, type PreparedLayout } from "./preparation.ts";

export { standstill } from "./progress-watch.ts";

window.PagedConfig = { auto: false };
waitForNoFrames();

const ONE_BATCH: BatchSizes = { count: 1, leastPages: 0, mostPages: Infinity };

/** Does something with one of the batches in which the pages are; undefined where there is one alone. */
let withBatch: ((index: number, work: typeof showPages) => void) | undefined;

/** Ends with the last page. */
export async function layOut(options: LayoutOptions): Promise<LayoutRecord> {
  const prepared = prepareLayout(options);
  // Behind it, since names of controls may hide methods until then.
  const layout = new LayoutShare();
  layout.watch();
  window.PagedPolyfill.on("page", ({ element }) => {
    // Layout may go back, and begin pages anew.
    window.imprimaturPage(`${element?.dataset.pageNumber ?? ""} ${layout.share}`);
  });
  const chunker = await window.PagedPolyfill.preview();
  const record = recordOf(chunker, options, prepared);
  const { batches } = record;
  if (batches.length === 1) prepared.finished.showAll(chunker);
  else {
    withBatch = (index, work) => {
      const batch = batches[index];
      if (batch !== undefined) work(batch, prepared.finished, chunker);
    };
  }
  return record;
}

/** Takes all pages out of the document, and lets go what stood on those before one of several batches. */
export function clearBefore(index: number): void {
  withBatch?.(index, clearPages);
}

/** Has one of several batches of pages in the document, and no others. */
export function showBatch(index: number): void {
  withBatch?.(index, showPages);
}

function recordOf(
  chunker: Chunker,
  { part, notesStarts = false, batches = ONE_BATCH }: LayoutOptions,
  { notes, references }: PreparedLayout,
): LayoutRecord {
  const { starts } = notes;
  return {
    starts: notesStarts ? starts : [],
    pageCount: part?.pageCount ?? chunker.pages.length,
    pageNumbers: notesStarts ? Object.fromEntries(references.pageNumbers(chunker)) : {},
    batches: pageBatches(chunker.pages.length, batches, starts),
  };
}
