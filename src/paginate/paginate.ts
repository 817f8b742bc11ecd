/**
 * Lays out the print source in pages with Paged.js, in our browser. Input: one HTML document and the
 * files it may read; output: a live page that shows all of its text, which is proved before it is handed
 * on. It prints nothing (see `print-raw.ts`).
 *
 * What the browser holds for pages that it displays, and what its print takes, grows with their number. So a
 * long document may be handed on in batches of pages (docs/decisions/pages-in-batches.md).
 */
import type { Browser } from "puppeteer";
import { openGatedPage, type GatedPage } from "../browser/gate.ts";
import type { Refusal } from "../browser/refusal.ts";
import type { WordDifference } from "./compare-words.ts";
import type { BatchSizes, PageBatch } from "./in-page/layout/parts/layout-part.ts";
import { layOutSource, type LaidOutSource, type LayoutSourceOptions } from "./lay-out-source.ts";
import { paginatedPage } from "./page-boxes.ts";
import { watchPage, type PageWatch } from "./page-watch.ts";
import type { PaginatedDocument, PrintSource } from "./paginated-document.ts";
import { partOfSource } from "./part-of-source.ts";
import { isUnchanged, provePages } from "./proof-world.ts";
import { TextLossError } from "./text-loss-error.ts";

export interface PaginateOptions extends Omit<LayoutSourceOptions, "batches"> {
  readonly browser: Browser;
  readonly onRefused: (refusal: Refusal) => void;
  /**
   * Given what the pages do not show, where a person wants them all the same. Without it, a loss is an
   * error.
   */
  readonly onLoss?: ((differences: readonly WordDifference[]) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Pages of a folded sheet: endpapers beyond what fills the last one are left out. */
  readonly pagesPerSheet?: number;
}

/**
 * @throws TextLossError where the pages do not show every word of the source exactly once, and nobody
 * wants them all the same.
 * @throws PublicationError what `layOutSource` throws, `page-left`, `page-closed` or `page-crashed` where the
 * document does not stay. The browser stays open; what was opened in it is closed.
 */
export function paginate(
  source: PrintSource,
  options: PaginateOptions,
): Promise<PaginatedDocument> {
  return withPage(source, options, async (gated, laidOut) => provedPages(gated, laidOut, options));
}

export interface BatchOptions extends Omit<PaginateOptions, "part" | "pagesPerSheet"> {
  /** How many pages stand in the browser at a time; all where undefined. */
  readonly batches: BatchSizes | undefined;
}

/**
 * As `paginate`, but that pages of a long document stand there batch by batch, in their order; all together
 * where no part of it could stand alone (`StartNotes`).
 *
 * @param make of a batch as it stands, with the numbers of pages that it has as a document of its own; what
 * it returns may wait for what needs no page any more.
 * @returns what was made of each.
 * @throws what `paginate` throws, and `make`.
 */
export async function paginateInBatches<Made>(
  source: PrintSource,
  options: BatchOptions,
  make: (paginated: PaginatedDocument) => Promise<Made>,
): Promise<readonly Made[]> {
  const { made, close } = await withPage(source, options, async (gated, laidOut) => {
    const { batches } = laidOut.record;
    const each: Made[] = [];
    for (const [index, batch] of batches.entries()) {
      if (batches.length > 1) await showAlone(laidOut, index);
      each.push(await make(await provedPages(gated, laidOut, options, batch)));
    }
    return { made: each, close: gated.close };
  });
  await close();
  return made;
}

/** @param work what is made of the laid out document. Its page is closed where anything fails. */
async function withPage<Result>(
  source: PrintSource,
  options: PaginateOptions | BatchOptions,
  work: (gated: OpenedSource, laidOut: LaidOutSource) => Promise<Result>,
): Promise<Result> {
  const { signal } = options;
  signal?.throwIfAborted();
  const gated = await openGate(source, options);
  const abort = (): void => void gated.close();
  signal?.addEventListener("abort", abort, { once: true });
  let watch: PageWatch | undefined;
  try {
    const session = await gated.page.createCDPSession();
    watch = await watchPage(gated.page, session);
    const made = layOutSource(gated.page, session, source, options).then((laidOut) =>
      work({ ...gated, source }, laidOut),
    );
    return await Promise.race([made, watch.gone]);
  } catch (error) {
    const reason = error instanceof TextLossError ? undefined : await watch?.reason();
    await gated.close();
    // What fails because the page was closed under it says nothing.
    signal?.throwIfAborted();
    throw reason ?? error;
  } finally {
    signal?.removeEventListener("abort", abort);
  }
}

interface OpenedSource extends GatedPage {
  readonly source: PrintSource;
}

function openGate(
  source: PrintSource,
  { browser, onRefused }: Pick<PaginateOptions, "browser" | "onRefused">,
): Promise<GatedPage> {
  const { html: body, contentType = "text/html" } = source;
  const document = { body, contentType: `${contentType}; charset=utf-8` };
  return openGatedPage(browser, {
    roots: source.roots,
    documents: new Map([...(source.documents ?? []), [source.urlPath, document]]),
    standIns: source.standIns,
    onRefused,
  });
}

async function showAlone(
  { world, showBatch, settle }: LaidOutSource,
  index: number,
): Promise<void> {
  await world.proof.call("endWatch");
  await showBatch(index);
  await settle();
}

/** @param batch that stands in the document; all pages where undefined. */
async function provedPages(
  { page, source, close }: OpenedSource,
  { world, source: read, record }: LaidOutSource,
  { part, pagesPerSheet, onLoss }: Pick<PaginateOptions, "part" | "pagesPerSheet" | "onLoss">,
  batch?: PageBatch,
): Promise<PaginatedDocument> {
  const { proof } = world;
  if (pagesPerSheet !== undefined) await proof.call("leaveOutEndpapers", pagesPerSheet);
  // Read before the pages are changed: each change has the browser lay out all of them anew.
  const { pages: measured, failed } = await proof.call("readLayout");
  const pages = measured.map(paginatedPage);
  await proof.call("endColumns");
  await proof.call(
    "giveSheetsTheirSize",
    pages.map(({ mediaBox }) => mediaBox),
  );
  const [first, end] = [part?.start?.ref ?? batch?.start, part?.end ?? batch?.end];
  if (first !== undefined || end !== undefined) await proof.call("standForOtherPages");
  const snapshot = { ...read, ...partOfSource(read, first, end) };
  const shown = await provePages(world, snapshot, { onLoss, pagesBefore: batch?.pagesBefore });
  return {
    ...{ source, page, pages, record, close },
    proof: world,
    isAsProved: () => isUnchanged(world, shown, source.html),
    sourceSnapshot: snapshot,
    failedResources: failed,
  };
}
