/**
 * Lays out the print source in pages with Paged.js, in our browser. Input: one HTML document and the
 * files it may read; output: a live page that shows all of its text, which is proved before it is handed
 * on. It prints nothing (see `print-raw.ts`).
 *
 * The document's scripts have built the source when layout begins, and are stopped then. What reads and
 * proves runs in a world of its own, and so does Paged.js (docs/decisions/layout-out-of-reach.md).
 */
import type { Browser, CDPSession, Page } from "puppeteer";
import { openGatedPage, type GatedPage } from "../browser/gate.ts";
import type { IsolatedWorld } from "../browser/isolated-world.ts";
import type { Refusal } from "../browser/refusal.ts";
import type { PublicationError } from "../errors.ts";
import type { WordDifference } from "./compare-words.ts";
import type { Standstill } from "./in-page/layout/paged.ts";
import type { LayoutPart, LayoutRecord } from "./in-page/layout/parts/layout-part.ts";
import type { PreparedSource, SourceSnapshot } from "./in-page/page-snapshots.ts";
import { layoutProgress, type LayoutProgress } from "./layout-progress.ts";
import { openLayoutWorld } from "./layout-world.ts";
import {
  browserSilent,
  layoutFailed,
  neverLoaded,
  notOpened,
  standstillError,
} from "./layout-errors.ts";
import { paginatedPage } from "./page-boxes.ts";
import { checkPart, partOfSource } from "./part-of-source.ts";
import { watchPage, type PageWatch } from "./page-watch.ts";
import type { PaginatedDocument, PrintSource } from "./paginated-document.ts";
import {
  isUnchanged,
  provePages,
  readSource,
  unfoldSource,
  type ProofWorld,
} from "./proof-world.ts";
import type { RepairName } from "./repair-names.ts";
import type { Repair } from "./paper-world.ts";
import { openSource, type SourceOptions } from "./source-page.ts";
import { watchStandstill } from "./standstill-watch.ts";
import { watchRequests } from "./request-watch.ts";
import { TextLossError } from "./text-loss-error.ts";

/** Scripts are stopped: what the pages still wait for, they have asked for. */
const IDLE_MS = 100;

export interface PaginateOptions extends SourceOptions {
  readonly browser: Browser;
  /** Called for each page as it is begun. */
  readonly onPage?: ((progress: LayoutProgress) => void) | undefined;
  readonly onRefused: (refusal: Refusal) => void;
  /** Given the document when its scripts are stopped, as it stands, before it is made ready for layout. */
  readonly atDocument?: (world: IsolatedWorld) => Promise<void>;
  /** Given the source when it stands numbered, before it is laid out, to be read there. */
  readonly atSource?: ((world: IsolatedWorld) => Promise<void>) | undefined;
  /**
   * Given what the pages do not show, where a person wants them all the same. Without it, a loss is an
   * error.
   */
  readonly onLoss?: ((differences: readonly WordDifference[]) => void) | undefined;
  /** What is changed for paper before the source is read; nothing by default. */
  readonly repairs?: readonly RepairName[] | undefined;
  readonly onRepaired?: ((repairs: readonly Repair[]) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * How long one page may take before layout is given up; a minute by default. Only time counts in
   * which the page could have worked.
   */
  readonly pageTimeoutMs?: number;
  /** A run of pages that is laid out alone, as in the whole document; all of them where undefined. */
  readonly part?: LayoutPart | undefined;
  /** Whether the record says where parts may begin, which takes time on each page. */
  readonly notesStarts?: boolean;
  /** Pages of a folded sheet: endpapers beyond what fills the last one are left out. */
  readonly pagesPerSheet?: number;
}

/**
 * @throws TextLossError where the pages do not show every word of the source exactly once, and nobody
 * wants them all the same.
 * @throws PublicationError `part-unknown` where the source has not the elements of a part,
 * `layout-standstill` where layout does not end, `layout-failed` where
 * Paged.js gives up, `page-left`, `page-closed` or `page-crashed` where the document does not stay. The
 * browser stays open; what was opened in it is closed.
 */
export async function paginate(
  source: PrintSource,
  options: PaginateOptions,
): Promise<PaginatedDocument> {
  const { signal } = options;
  signal?.throwIfAborted();
  const gated = await openGate(source, options);
  const abort = (): void => void gated.close();
  signal?.addEventListener("abort", abort, { once: true });
  let watch: PageWatch | undefined;
  try {
    const session = await gated.page.createCDPSession();
    watch = await watchPage(gated.page, session);
    const laidOut = await Promise.race([
      provedPages(gated.page, session, source, options),
      watch.gone,
    ]);
    return { source, page: gated.page, ...laidOut, close: gated.close };
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

function openGate(source: PrintSource, options: PaginateOptions): Promise<GatedPage> {
  const { html: body, contentType = "text/html" } = source;
  const document = { body, contentType: `${contentType}; charset=utf-8` };
  return openGatedPage(options.browser, {
    roots: source.roots,
    documents: new Map([...(source.documents ?? []), [source.urlPath, document]]),
    standIns: source.standIns,
    onRefused: options.onRefused,
  });
}

/** What is known of a document that stands laid out. */
type LaidOut = Omit<PaginatedDocument, "source" | "page" | "close">;

async function provedPages(
  page: Page,
  session: CDPSession,
  source: PrintSource,
  options: PaginateOptions,
): Promise<LaidOut> {
  const { world, snapshot, record } = await layOut(page, session, source, options);
  const { proof } = world;
  if (options.pagesPerSheet !== undefined) {
    await proof.call("leaveOutEndpapers", options.pagesPerSheet);
  }
  // Read before the pages are changed: each change has the browser lay out all of them anew.
  const { pages: measured, failed } = await proof.call("readLayout");
  const pages = measured.map(paginatedPage);
  await proof.call("endColumns");
  await proof.call(
    "giveSheetsTheirSize",
    pages.map(({ mediaBox }) => mediaBox),
  );
  if (options.part !== undefined) await proof.call("standForOtherParts");
  const shown = await provePages(world, snapshot, options.onLoss);
  return {
    pages,
    proof: world,
    isAsProved: () => isUnchanged(world, shown, source.html),
    record,
    sourceSnapshot: snapshot,
    failedResources: failed,
  };
}

interface LaidOutSource {
  readonly world: ProofWorld;
  readonly snapshot: PreparedSource;
  readonly record: LayoutRecord;
}

async function layOut(
  page: Page,
  session: CDPSession,
  source: PrintSource,
  options: PaginateOptions,
): Promise<LaidOutSource> {
  const { onPage, part, notesStarts = false, pageTimeoutMs = 60_000 } = options;
  let hasLoaded = false;
  let pageCount = part?.start?.pagesBefore ?? 0;
  const watch = await watchStandstill(session, {
    limitMs: pageTimeoutMs,
    errorOf: (reason, seconds) => {
      const time = `for ${seconds} seconds`;
      if (reason === "silent") return browserSilent(pageCount, time);
      return hasLoaded ? standstillError({ pageNumber: pageCount, time }) : neverLoaded(time);
    },
  });
  const requests = await watchRequests(session);
  const work = async (): Promise<LaidOutSource> => {
    const {
      frameId,
      proof: world,
      paper,
    } = await openSource(page, session, source, options).catch(rethrowNotOpened);
    hasLoaded = true;
    await options.atDocument?.(world);
    const changes = await unfoldSource(world).catch(rethrowNotOpened);
    const repaired = await paper.repair(options.repairs ?? []);
    options.onRepaired?.(repaired);
    const read = await readSource(world, source.html).catch(rethrowNotOpened);
    checkPart(read, part);
    await options.atSource?.(world);
    const layout = await openLayoutWorld(session, frameId, (pageNumber, share) => {
      watch.restart();
      pageCount = pageNumber;
      onPage?.(layoutProgress(pageCount, share));
    });
    const asked = { asBrowser: source.asBrowser !== undefined, part, notesStarts };
    const record = await layout.layOut(asked).catch(async (error: unknown) => {
      const seen = await layout.standstill().catch(() => undefined);
      throw seen === undefined ? layoutFailed(error) : standstillSeen(seen, read);
    });
    const end = part?.end ?? record.next?.ref;
    const snapshot = { ...partOfSource(read, part && { ...part, end }), changes };
    await world.evaluate(twoFrames);
    if (requests.isWaiting()) await page.waitForNetworkIdle({ idleTime: IDLE_MS, timeout: 0 });
    return { world, snapshot, record };
  };
  try {
    return await Promise.race([work(), watch.standing]);
  } finally {
    watch.stop();
  }
}

/** Runs in the page. What the styles of pages ask for is asked for when they are painted. */
async function twoFrames(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

function rethrowNotOpened(error: unknown): never {
  throw notOpened(error);
}

function standstillSeen(
  { pageNumber, ref, nodeName }: Standstill,
  { elementNames }: SourceSnapshot,
): PublicationError {
  const element = (ref === undefined ? undefined : elementNames[ref]) ?? nodeName;
  return standstillError({ pageNumber, element });
}
