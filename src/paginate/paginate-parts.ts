/**
 * Lays out a long document part by part, so that the browser holds the pages of one part alone beside the
 * source. Input: a print source, and what is made of each part while it stands in the browser; output: what
 * was made, in the order of pages.
 *
 * A part that refers to pages of later ones, or shows how many pages there are, is laid out once more when
 * all are known.
 */
import type { LayoutPart, LayoutRecord } from "./in-page/layout/parts/layout-part.ts";
import { paginate, type PaginateOptions } from "./paginate.ts";
import type { PaginatedDocument, PrintSource } from "./paginated-document.ts";

export interface PartsOptions extends Omit<PaginateOptions, "part" | "notesStarts"> {
  /** A part ends at the first place at which the next one may begin, when it has so many pages. */
  readonly leastPages: number;
}

/** A part has other pages when it is laid out once more, or still lacks what others have. */
export class PartsDiffer extends Error {
  override readonly name = "PartsDiffer";
}

/**
 * Of the first part, if that is less. It has the contents, as a rule, which refer to all others: so little is
 * laid out twice.
 */
const FIRST_PAGES = 20;

interface KnownPart<Made> {
  readonly part: LayoutPart;
  readonly pageCount: number;
  readonly made: Made | undefined;
}

/**
 * @throws PartsDiffer where the document has to be laid out whole.
 * @throws what `paginate` throws, and `make`.
 */
export async function paginateParts<Made>(
  source: PrintSource,
  options: PartsOptions,
  make: (paginated: PaginatedDocument) => Promise<Made>,
): Promise<readonly Made[]> {
  const parts: KnownPart<Made>[] = [];
  const pageNumbers: Record<string, number> = {};
  let pageCount = 0;
  let part: LayoutPart | undefined = { leastPages: Math.min(options.leastPages, FIRST_PAGES) };
  while (part !== undefined) {
    const asked: LayoutPart = { ...part, pageNumbers };
    const own = parts.length === 0 ? options : withoutReports(options);
    await using laidOut = await openPart(source, { ...own, part: asked });
    const { record, pages } = laidOut.paginated;
    Object.assign(pageNumbers, record.pageNumbers);
    pageCount += pages.length;
    const { next } = record;
    const made = lacksNothing(record) ? await make(laidOut.paginated) : undefined;
    parts.push({ part: { ...part, end: next?.ref }, pageCount: pages.length, made });
    part = next && { start: next, leastPages: options.leastPages };
  }
  const all: Made[] = [];
  for (const { part: known, pageCount: expected, made } of parts) {
    if (made !== undefined) {
      all.push(made);
      continue;
    }
    const { start, end } = known;
    const asked = { start, end, pageCount, pageNumbers };
    const silent = { ...withoutReports(options), onPage: undefined };
    await using laidOut = await openPart(source, { ...silent, part: asked });
    const { record, pages } = laidOut.paginated;
    if (pages.length !== expected || !lacksNothing(record)) {
      throw new PartsDiffer("a part has other pages, or lacks what others have");
    }
    all.push(await make(laidOut.paginated));
  }
  return all;
}

function lacksNothing({ lacks }: LayoutRecord): boolean {
  return !lacks.pageCount && !lacks.pageNumbers;
}

async function openPart(
  source: PrintSource,
  options: PaginateOptions,
): Promise<AsyncDisposable & { readonly paginated: PaginatedDocument }> {
  const paginated = await paginate(source, options);
  return { paginated, [Symbol.asyncDispose]: () => paginated.close() };
}

/** What is said of the document has been said with its first part. */
function withoutReports(options: PartsOptions): PartsOptions {
  return {
    ...options,
    atSource: undefined,
    onScriptError: undefined,
    onRepaired: undefined,
    onRefused: () => undefined,
  };
}
