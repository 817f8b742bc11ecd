/**
 * One print source into one accessible PDF: layout, print, tags. Input: HTML and the folders it may
 * read; output: the PDF, what it should read as, and what is wrong with the source. It writes no
 * file and judges nothing.
 */
import { layoutLosses } from "../../accessible/faults/layout-losses.ts";
import type { Notice, UnnamedPicture } from "../../accessible/amend/amendments.ts";
import { unnamedPictures } from "../../accessible/amend/unnamed-pictures.ts";
import { makeAccessible, type AccessibleOptions } from "../../accessible/make-accessible.ts";
import { openTagging, type SettledDocument } from "../../accessible/prepare.ts";
import type { SourceFault } from "../../accessible/source/source-fault.ts";
import { pageLabels } from "../../accessible/write/page-labels.ts";
import type { Refusal } from "../../browser/refusal.ts";
import type { WordDifference } from "../../paginate/compare-words.ts";
import { fontOrigins, type UsedFont } from "../../fonts/font-origins.ts";
import { printedFontNames } from "../../pdf/fonts/font-names.ts";
import { openOwnPdf, type OwnPdf } from "../../pdf/objects/own-pdf.ts";
import { pageMap, readPageStarts, type PageMap } from "../../paginate/page-map.ts";
import { paginateInBatches, type BatchOptions } from "../../paginate/paginate.ts";
import type { PaginatedDocument, PrintSource } from "../../paginate/paginated-document.ts";
import type { SourceChanges } from "../../paginate/in-page/page-snapshots.ts";
import type { BatchSizes } from "../../paginate/in-page/layout/parts/layout-part.ts";
import { readPages } from "../../paginate/read-pages.ts";
import type { RepairName } from "../../paginate/repair-names.ts";
import type { ScriptError } from "../../paginate/script-error.ts";
import type { WaitFor } from "../../paginate/wait-for.ts";
import type { Repair } from "../../paginate/paper-world.ts";
import type { PdfSources } from "../../judges/pdf/pdf-sources.ts";
import type { MakePdfOptions } from "../paged/make-pdf-options.ts";
import { printSettled } from "../paged/print-settled.ts";
import { BATCHES, joinBatches } from "./batches.ts";
import { sourcesByRef } from "../paged/source-refs.ts";

export interface MakeReadingPdfOptions extends MakePdfOptions {
  /** Whether pages that do not show every word are made all the same; what is lost is a fault then. */
  readonly allowsLoss?: boolean | undefined;
  /** What is waited for before the document is laid out, beside the network. */
  readonly waitFor?: WaitFor | undefined;
  /** What is changed for paper; nothing by default. */
  readonly repairs?: readonly RepairName[] | undefined;
  /** The families that were shipped to the browser: then it says whose the fonts are that it used. */
  readonly shippedFamilies?: readonly string[] | undefined;
  /** How many pages are printed at a time, which is what memory depends on. */
  readonly batches?: BatchSizes | undefined;
  /** Given the pages as they were laid out, as HTML, where somebody wants them: it takes time. */
  readonly keepPages?: (pagesHtml: string) => Promise<void>;
}

export interface MadePdf {
  /** The file as it is judged: it claims no standard. */
  readonly bytes: Uint8Array;
  /** The same file with the claim, for who has judged it. @throws RangeError where there are faults. */
  readonly withClaim: () => Uint8Array;
  readonly pageCount: number;
  /** What each page begins with and is called, and where ids of the source are. */
  readonly pageMap: PageMap;
  /** The source as plain text, as the PDF must be read. */
  readonly reading: string;
  /** What in the source keeps the PDF from PDF/UA. */
  readonly faults: readonly SourceFault[];
  /** Errors of the document's scripts, each once. */
  readonly scriptErrors: readonly ScriptError[];
  /** What was changed for paper. */
  readonly repairs: readonly Repair[];
  /** What was taken for another thing, or set right. */
  readonly notices: readonly Notice[];
  /** Pictures without an alternative, where the amendments give any. */
  readonly unnamed: readonly UnnamedPicture[];
  /** What the source asked for and did not get. */
  readonly refusals: readonly Refusal[];
  /** The fonts that it is printed with; empty where nobody asked. */
  readonly fonts: readonly UsedFont[];
  /** What was done to the source so that all of it can stand on paper. */
  readonly changes: SourceChanges;
  /** Where its texts were written; undefined where nobody knows. */
  readonly sources: PdfSources | undefined;
}

/** A script that fails again and again is reported so often. */
const mostScriptErrors = 20;

/** A document that is printed and not tagged yet: what is made of it needs the browser no more. */
export interface PrintedPdf {
  readonly raw: OwnPdf;
  readonly settled: SettledDocument;
  readonly lost: readonly SourceFault[];
  /** What is known of the result from here on. */
  readonly known: Pick<
    MadePdf,
    "pageCount" | "pageMap" | "scriptErrors" | "repairs" | "refusals" | "fonts" | "changes"
  >;
  readonly elements: Pick<PdfSources, "elements"> | undefined;
}

/** @throws PublicationError where the source cannot be laid out, or not without a loss that nobody allows. */
export async function makePdf(
  source: PrintSource,
  options: MakeReadingPdfOptions,
): Promise<MadePdf> {
  return tagPdf(await printPdf(source, options), options);
}

/** Lays out and prints. @throws what `makePdf` throws. */
export async function printPdf(
  source: PrintSource,
  options: MakeReadingPdfOptions,
): Promise<PrintedPdf> {
  const { browser, onPage, signal, pageTimeoutMs, keepPages, amendments } = options;
  const { batches: sizes = BATCHES } = options;
  const lost: SourceFault[] = [];
  const repairs: Repair[] = [];
  const scriptErrors = new Map<string, ScriptError>();
  const refusals: Refusal[] = [];
  const tagging = openTagging(amendments);
  const asked: BatchOptions = {
    ...{ browser, signal, onPage },
    batches: keepPages === undefined ? sizes : undefined,
    atDocument: tagging.atDocument,
    atSource: tagging.atSource,
    waitFor: options.waitFor,
    onScriptError: (error) => {
      if (scriptErrors.size < mostScriptErrors) scriptErrors.set(JSON.stringify(error), error);
    },
    repairs: options.repairs,
    onRepaired: (made) => {
      repairs.push(...made);
    },
    onRefused: (refusal) => {
      refusals.push(refusal);
    },
    ...(options.allowsLoss && {
      onLoss: (differences: readonly WordDifference[]) => {
        lost.push(...layoutLosses(differences));
      },
    }),
    ...(pageTimeoutMs !== undefined && { pageTimeoutMs }),
  };
  const batches = await paginateInBatches(source, asked, async (paginated) => {
    await keepPages?.(await readPages(paginated));
    const starts = await readPageStarts(paginated);
    const settle = await tagging.capture(paginated);
    const { settled, bytes } = await printSettled(paginated, settle);
    const raw = await openOwnPdf(bytes);
    const fonts = await usedFonts(printedFontNames(raw.objects), paginated, options);
    return { raw, settled, starts, fonts, source: paginated.sourceSnapshot };
  });
  const { raw, settled, starts, fonts, source: read } = joinBatches(batches);
  const { changes, elementNames } = read;
  return {
    raw,
    settled,
    lost,
    known: {
      pageCount: raw.pages.length,
      pageMap: pageMap(starts, pageLabels(settled.printed.pages)),
      scriptErrors: [...scriptErrors.values()],
      repairs,
      refusals,
      fonts,
      changes,
    },
    elements: options.elements && { elements: sourcesByRef(options.elements, elementNames) },
  };
}

/** Gives a printed document its tags. It needs no browser. */
export async function tagPdf(
  { raw, settled, lost, known, elements }: PrintedPdf,
  { date, producer }: AccessibleOptions,
): Promise<MadePdf> {
  const accessible = await makeAccessible(raw, settled, { date, producer });
  const { source, printed, pictureKeys: keys = new Map() } = settled;
  const { bytes, reading, notices, faults } = accessible;
  return {
    ...known,
    bytes,
    reading,
    notices,
    unnamed: unnamedPictures({ faults, source, printed, keys }),
    faults: [...lost, ...faults],
    sources: elements && { ...elements, tags: accessible.tagRefs },
    withClaim: () => {
      if (lost.length > 0) throw new RangeError("a PDF that lost words claims no standard");
      return accessible.withClaim();
    },
  };
}

async function usedFonts(
  names: readonly string[],
  { page, proof }: PaginatedDocument,
  { shippedFamilies }: MakeReadingPdfOptions,
): Promise<readonly UsedFont[]> {
  if (shippedFamilies === undefined) return [];
  return fontOrigins(names, { page, world: proof, shippedFamilies });
}
