/**
 * One print source into files for paper: the brochure that a print shop gets (PDF/X-4), and, where
 * it is asked for, the sheets that an office prints, folds or cuts (sRGB). Both are made of one
 * printed PDF, side by side. Input: HTML and the folders it may read; output: bytes, and what the
 * design gives no ink for. It writes no file and judges nothing.
 */
import { makePaper } from "../../accessible/make-paper.ts";
import { openTagging } from "../../accessible/prepare.ts";
import { pageLabels } from "../../accessible/write/page-labels.ts";
import type { Refusal } from "../../browser/refusal.ts";
import { pageMap, readPageStarts, type PageMap } from "../../paginate/page-map.ts";
import { paginate } from "../../paginate/paginate.ts";
import type { PrintSource } from "../../paginate/paginated-document.ts";
import { readPages } from "../../paginate/read-pages.ts";
import { impose, type ImposeOptions } from "../../press/impose/impose.ts";
import { PAGES_PER_FOLDED_SHEET } from "../../press/impose/arrange.ts";
import {
  openPressStage,
  type PressOptions,
  type PressStage,
} from "../../press/make-press-ready.ts";
import type { PressWarning } from "../../press/inks/press-warnings.ts";
import { trimForOffice } from "../../press/trim-for-office.ts";
import { turnWidePages } from "../../press/turn-wide-pages.ts";
import type { PdfSources } from "../../judges/pdf/pdf-sources.ts";
import { sourcesByRef } from "../paged/source-refs.ts";
import type { MakePdfOptions } from "../paged/make-pdf-options.ts";
import { printSettled } from "../paged/print-settled.ts";

export interface MakePressOptions extends MakePdfOptions, Omit<PressOptions, "date" | "producer"> {
  /** How sheets for office printers are laid out; none are made where it is undefined. */
  readonly sheets?: Omit<ImposeOptions, "date" | "producer"> | undefined;
}

export interface MadePress {
  readonly brochure: Uint8Array;
  readonly sheets: Uint8Array | undefined;
  readonly pageCount: number;
  /** What each page begins with and is called, and where ids of the source are. */
  readonly pageMap: PageMap;
  /** The pages as they were laid out, as HTML. */
  readonly pagesHtml: string;
  readonly warnings: readonly PressWarning[];
  /** What the source asked for and did not get. */
  readonly refusals: readonly Refusal[];
  /** Where its texts were written; undefined where nobody knows. */
  readonly sources: PdfSources | undefined;
}

/**
 * @throws PublicationError where the source cannot be laid out without loss, a colour, picture,
 * profile or font cannot go to press, or the pages do not go on the sheets.
 */
export async function makePress(
  source: PrintSource,
  options: MakePressOptions,
): Promise<MadePress> {
  // Opened while the browser lays out; what is wrong with it is thrown where it is waited for.
  const opening = openPressStage(options);
  opening.catch(() => undefined);
  try {
    return await layOutForPress(source, options, opening);
  } finally {
    (await opening.catch(() => undefined))?.close();
  }
}

async function layOutForPress(
  source: PrintSource,
  options: MakePressOptions,
  opening: Promise<PressStage>,
): Promise<MadePress> {
  const { browser, signal, onPage, pageTimeoutMs, date, producer, sheets, elements } = options;
  const refusals: Refusal[] = [];
  const tagging = openTagging();
  const paginated = await paginate(source, {
    browser,
    signal,
    onPage,
    atDocument: tagging.atDocument,
    atSource: tagging.atSource,
    onRefused: (refusal) => {
      refusals.push(refusal);
    },
    pagesPerSheet: PAGES_PER_FOLDED_SHEET,
    ...(pageTimeoutMs !== undefined && { pageTimeoutMs }),
  });
  try {
    const pagesHtml = await readPages(paginated);
    const starts = await readPageStarts(paginated);
    // What is there for those who listen alone must not be printed.
    const settle = await tagging.capture(paginated, { showsUnseen: false });
    const { settled, ...printed } = await printSettled(paginated, settle);
    const paper = { ...printed, bytes: await makePaper(printed.bytes, settled) };
    const { raw, pages } = await turnWidePages(paper, paginated.pages);
    const stage = await opening;
    const [ready, imposed] = await Promise.all([
      stage.makeReady(raw, pages, signal),
      sheets && impose(await trimForOffice(raw, pages), { ...sheets, date, producer }),
    ]);
    return {
      brochure: ready.bytes,
      sheets: imposed?.bytes,
      pageCount: raw.pageCount,
      pageMap: pageMap(starts, pageLabels(settled.printed.pages)),
      pagesHtml,
      warnings: ready.warnings,
      refusals,
      sources: elements && {
        elements: sourcesByRef(elements, paginated.sourceSnapshot.elementNames),
        // On paper there are no tags.
        tags: [],
      },
    };
  } finally {
    await paginated.close();
  }
}
