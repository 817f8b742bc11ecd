/**
 * Lays out the print source in pages: Paged.js, through pagedjs-cli's `Printer`, in our browser.
 * Input: one HTML document and the files it may read; output: a live page that shows all of its
 * text, which is proved before it is handed on. It prints nothing (see `print-raw.ts`).
 */
import Printer from "pagedjs-cli";
import type { Browser, Page } from "puppeteer";
import { gateOrigin, gatedBrowser } from "../browser/gate.ts";
import type { Refusal } from "../browser/refusal.ts";
import { PublicationError } from "../errors.ts";
import { compareWords } from "./compare-words.ts";
import { installCounters } from "./in-page/install-counters.ts";
import { installHyphenPrinter } from "./in-page/install-hyphen-printer.ts";
import { installLayoutRepair } from "./in-page/install-layout-repair.ts";
import { installPageRules } from "./in-page/install-page-rules.ts";
import { installPlaceFinder } from "./in-page/install-place-finder.ts";
import { installPreparation } from "./in-page/install-preparation.ts";
import { installTextReader } from "./in-page/install-text-reader.ts";
import { installXmlDocument } from "./in-page/install-xml-document.ts";
import { leaveOutEndpapers } from "./in-page/leave-out-endpapers.ts";
import type { SourceSnapshot } from "./in-page/page-globals.ts";
import { giveSheetsTheirSize, readLayout } from "./in-page/read-layout.ts";
import { paginatedPage } from "./page-boxes.ts";
import type { PaginatedDocument, PrintSource } from "./paginated-document.ts";
import { TextLossError } from "./text-loss-error.ts";

export interface PaginateOptions {
  readonly browser: Browser;
  /** Told of each page as it is begun, counted from 1. */
  readonly onPage?: (pageNumber: number) => void;
  readonly onRefused: (refusal: Refusal) => void;
  /** Given the page before anything is loaded in it, e.g. to have scripts of ours run there. */
  readonly onNewPage?: (page: Page) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
  /** How long one page may take before layout is given up; a minute by default. */
  readonly pageTimeoutMs?: number;
  /** Pages of a folded sheet: endpapers beyond what fills the last one are left out. */
  readonly pagesPerSheet?: number;
}

/**
 * @throws TextLossError where the pages do not show every word of the source exactly once.
 * @throws PublicationError `layout-standstill` where layout does not end, `layout-failed` where
 * Paged.js gives up. The browser stays open; what was opened in it is closed.
 */
export async function paginate(
  source: PrintSource,
  options: PaginateOptions,
): Promise<PaginatedDocument> {
  options.signal?.throwIfAborted();
  const gate = openGate(source, options);
  try {
    const page = await layOut(source, gate, options);
    const snapshot = await page.evaluate(() => window.imprimatur.source);
    if (snapshot === undefined) throw new Error("the source was not read before layout");
    if (options.pagesPerSheet !== undefined) {
      await page.evaluate(leaveOutEndpapers, options.pagesPerSheet);
    }
    const { pages: measured, failed } = await page.evaluate(readLayout);
    const pages = measured.map(paginatedPage);
    await page.evaluate(
      giveSheetsTheirSize,
      pages.map(({ mediaBox }) => mediaBox),
    );
    await proveComplete(page, snapshot);
    return {
      source,
      page,
      pages,
      sourceSnapshot: snapshot,
      failedResources: failed,
      close: gate.close,
    };
  } catch (error) {
    await gate.close();
    // What fails because the page was closed under it says nothing.
    options.signal?.throwIfAborted();
    throw error;
  }
}

interface Gate {
  readonly newPage: () => Promise<Page>;
  readonly page: () => Page | undefined;
  readonly close: () => Promise<void>;
}

function openGate(source: PrintSource, options: PaginateOptions): Gate {
  const { html: body, contentType = "text/html" } = source;
  const document = { body, contentType: `${contentType}; charset=utf-8` };
  const gated = gatedBrowser(options.browser, {
    roots: source.roots,
    documents: new Map([...(source.documents ?? []), [source.urlPath, document]]),
    onRefused: options.onRefused,
  });
  let opened: Page | undefined;
  return {
    newPage: async () => {
      opened = await gated.newPage();
      await prepare(opened);
      await options.onNewPage?.(opened);
      return opened;
    },
    page: () => opened,
    close: gated.close,
  };
}

async function prepare(page: Page): Promise<void> {
  // A page with a second DevTools session forgets the media that it emulates when it goes to an
  // address, unless the last session says so too.
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { media: "print" });
  // tsx gives functions their names through a helper that the page does not have.
  await page.evaluateOnNewDocument("globalThis.__name ??= (named) => named;");
  await page.evaluateOnNewDocument("globalThis.imprimatur ??= {};");
  await page.evaluateOnNewDocument(installXmlDocument);
  await page.evaluateOnNewDocument(installTextReader);
  await page.evaluateOnNewDocument(installPlaceFinder);
  await page.evaluateOnNewDocument(installHyphenPrinter);
  await page.evaluateOnNewDocument(installLayoutRepair);
  await page.evaluateOnNewDocument(installPageRules);
  await page.evaluateOnNewDocument(installCounters);
  await page.evaluateOnNewDocument(installPreparation);
}

async function layOut(source: PrintSource, gate: Gate, options: PaginateOptions): Promise<Page> {
  const { signal, onPage, pageTimeoutMs = 60_000 } = options;
  const styles = (source.styles ?? []).map((urlPath) => gateOrigin + urlPath);
  const printer = new Printer({ closeAfter: false, emulateMedia: "print", styles });
  printer.browser = gate;
  const standstill = Promise.withResolvers<never>();
  let pageCount = 0;
  const giveUp = (): void => {
    standstill.reject(standstillError(pageCount, undefined, `for ${pageTimeoutMs / 1000} seconds`));
  };
  let timer = setTimeout(giveUp, pageTimeoutMs);
  printer.on("page", () => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, pageTimeoutMs);
    onPage?.(++pageCount);
  });
  const abort = (): void => void gate.close();
  signal?.addEventListener("abort", abort, { once: true });
  const rendering = printer.render(gateOrigin + source.urlPath);
  // When the time is up, rendering fails later than it is waited for.
  rendering.catch(() => undefined);
  try {
    return await Promise.race([rendering, standstill.promise]);
  } catch (error) {
    if (error instanceof PublicationError || signal?.aborted) throw error;
    throw (await standstillSeen(gate.page())) ?? layoutFailed(error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

async function standstillSeen(page: Page | undefined): Promise<PublicationError | undefined> {
  const seen = await page?.evaluate(() => window.imprimatur.standstill).catch(() => undefined);
  return seen && standstillError(seen.pageNumber, seen.element, "");
}

function standstillError(
  pageNumber: number,
  element: string | undefined,
  time: string,
): PublicationError {
  const where = element === undefined ? "" : ` at ${element}`;
  return new PublicationError(
    "layout-standstill",
    `layout does not go forward${time && ` ${time}`}: page ${pageNumber}${where}`,
    {
      hint: "something there fits on no page: look for a fixed height, `break-inside: avoid` or margins larger than the page",
    },
  );
}

function layoutFailed(cause: unknown): PublicationError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PublicationError("layout-failed", `Paged.js gave up: ${reason}`, {
    hint: "look at the stylesheet's print rules first: Paged.js reads them with a parser of its own",
    cause,
  });
}

async function proveComplete(page: Page, source: SourceSnapshot): Promise<void> {
  const shown = await page.evaluate(() => window.imprimatur.readPages());
  const differences = compareWords(source, shown);
  if (differences.length > 0) throw new TextLossError(differences);
}
