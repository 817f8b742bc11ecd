/**
 * One print source into one accessible PDF: layout, print, tags. Input: HTML and the folders it may
 * read; output: the PDF, what it should read as, and what is wrong with the source. It writes no
 * file and judges nothing.
 */
import type { Browser } from "puppeteer";
import { makeAccessible } from "../accessible/make-accessible.ts";
import { openTagging } from "../accessible/prepare.ts";
import type { SourceFault } from "../accessible/source-fault.ts";
import type { Refusal } from "../browser/refusal.ts";
import { paginate } from "../paginate/paginate.ts";
import type { SourceChanges } from "../paginate/in-page/page-globals.ts";
import type { PrintSource } from "../paginate/paginated-document.ts";
import { printRaw } from "../paginate/print-raw.ts";
import { readPages } from "../paginate/read-pages.ts";

export interface MakePdfOptions {
  readonly browser: Browser;
  /** Told of the number of pages as they come. */
  readonly onPage: (pageCount: number) => void;
  readonly signal: AbortSignal;
  /** The date that the PDF carries. */
  readonly date: Date;
  /** What the PDF says made it, e.g. `Imprimatur 0.1.0`. */
  readonly producer: string;
  /** How long one page may take before layout is given up. */
  readonly pageTimeoutMs?: number | undefined;
}

export interface MakeReadingPdfOptions extends MakePdfOptions {
  /** Given the pages as they were laid out, as HTML, where somebody wants them: it takes time. */
  readonly keepPages?: (pagesHtml: string) => Promise<void>;
}

export interface MadePdf {
  /** The file as it is judged: it claims no standard. */
  readonly bytes: Uint8Array;
  /** The same file with the claim, for who has judged it. @throws RangeError where there are faults. */
  readonly withClaim: () => Uint8Array;
  readonly pageCount: number;
  /** The source as plain text, as the PDF must be read. */
  readonly reading: string;
  /** What in the source keeps the PDF from PDF/UA. */
  readonly faults: readonly SourceFault[];
  /** What the source asked for and did not get. */
  readonly refusals: readonly Refusal[];
  /** What was done to the source so that all of it can stand on paper. */
  readonly changes: SourceChanges;
}

/** @throws PublicationError where the source cannot be laid out without loss. */
export async function makePdf(
  source: PrintSource,
  { browser, onPage, signal, date, producer, pageTimeoutMs, keepPages }: MakeReadingPdfOptions,
): Promise<MadePdf> {
  const refusals: Refusal[] = [];
  const tagging = openTagging();
  const paginated = await paginate(source, {
    browser,
    signal,
    onPage,
    atSource: tagging.atSource,
    onRefused: (refusal) => {
      refusals.push(refusal);
    },
    ...(pageTimeoutMs !== undefined && { pageTimeoutMs }),
  });
  try {
    await keepPages?.(await readPages(paginated));
    const settled = await tagging.settle(paginated);
    const raw = await printRaw(paginated);
    const accessible = await makeAccessible(raw.bytes, settled, { date, producer });
    const { bytes, withClaim, reading, faults } = accessible;
    const { changes } = paginated.sourceSnapshot;
    return { bytes, withClaim, pageCount: raw.pageCount, reading, faults, refusals, changes };
  } finally {
    await paginated.close();
  }
}
