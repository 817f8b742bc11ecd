/**
 * Opens a print source and has Paged.js lay it out. Input: an empty page behind the gate; output: the source as
 * it was read before, and its pages, of which nothing is proved yet.
 *
 * The document's scripts have built the source when layout begins, and are stopped then. What reads and
 * proves runs in a world of its own, and so does Paged.js (docs/decisions/layout-out-of-reach.md).
 */
import type { CDPSession, Page } from "puppeteer";
import type { IsolatedWorld } from "../browser/isolated-world.ts";
import type { PublicationError } from "../errors.ts";
import type { Standstill } from "./in-page/layout/paged.ts";
import type { BatchSizes, LayoutPart, LayoutRecord } from "./in-page/layout/parts/layout-part.ts";
import type { PreparedSource, SourceSnapshot } from "./in-page/page-snapshots.ts";
import {
  browserSilent,
  layoutFailed,
  neverLoaded,
  notOpened,
  standstillError,
} from "./layout-errors.ts";
import { layoutProgress, type LayoutProgress } from "./layout-progress.ts";
import { openLayoutWorld } from "./layout-world.ts";
import type { PrintSource } from "./paginated-document.ts";
import type { Repair } from "./paper-world.ts";
import { checkPart } from "./part-of-source.ts";
import { readSource, unfoldSource, type ProofWorld } from "./proof-world.ts";
import type { RepairName } from "./repair-names.ts";
import { watchRequests } from "./request-watch.ts";
import { returnMemory } from "./return-memory.ts";
import { openSource, type SourceOptions } from "./source-page.ts";
import { watchStandstill } from "./standstill-watch.ts";

/** Scripts are stopped: what the pages still wait for, they have asked for. */
const IDLE_MS = 100;

export interface LayoutSourceOptions extends SourceOptions {
  /** Called for each page as it is begun. */
  readonly onPage?: ((progress: LayoutProgress) => void) | undefined;
  /** Given the document when its scripts are stopped, as it stands, before it is made ready for layout. */
  readonly atDocument?: (world: IsolatedWorld) => Promise<void>;
  /** Given the source when it stands numbered, before it is laid out, to be read there. */
  readonly atSource?: ((world: IsolatedWorld) => Promise<void>) | undefined;
  /** What is changed for paper before the source is read; nothing by default. */
  readonly repairs?: readonly RepairName[] | undefined;
  readonly onRepaired?: ((repairs: readonly Repair[]) => void) | undefined;
  /**
   * How long one page may take before layout is given up; a minute by default. Only time counts in
   * which the page could have worked.
   */
  readonly pageTimeoutMs?: number;
  /** A run of pages that is laid out alone, as in the whole document; all of them where undefined. */
  readonly part?: LayoutPart | undefined;
  /** Whether the record says where parts may begin, which takes time on each page. */
  readonly notesStarts?: boolean;
  /** The pages are shown in batches; see `PageBatch`. */
  readonly batches?: BatchSizes | undefined;
}

export interface LaidOutSource {
  readonly world: ProofWorld;
  /** All of it, before layout. */
  readonly source: PreparedSource;
  readonly record: LayoutRecord;
  /** Has one of several batches in the document alone; those before it are not shown again. */
  readonly showBatch: (index: number) => Promise<void>;
  /** Ends when what the pages in the document ask for is there. */
  readonly settle: () => Promise<void>;
}

/**
 * @throws PublicationError `part-unknown` where the source has not the elements of a part,
 * `layout-standstill` where layout does not end, `layout-failed` where Paged.js gives up.
 */
export async function layOutSource(
  page: Page,
  session: CDPSession,
  source: PrintSource,
  options: LayoutSourceOptions,
): Promise<LaidOutSource> {
  const { onPage, part, notesStarts = false, batches, pageTimeoutMs = 60_000 } = options;
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
    const asked = { asBrowser: source.asBrowser !== undefined, part, notesStarts, batches };
    const record = await layout.layOut(asked).catch(async (error: unknown) => {
      const seen = await layout.standstill().catch(() => undefined);
      throw seen === undefined ? layoutFailed(error) : standstillSeen(seen, read);
    });
    const settle = async (): Promise<void> => {
      await world.evaluate(twoFrames);
      if (requests.isWaiting()) await page.waitForNetworkIdle({ idleTime: IDLE_MS, timeout: 0 });
    };
    if (record.batches.length === 1) await settle();
    const showBatch = async (index: number): Promise<void> => {
      await layout.clearBefore(index);
      // With no page in the document: the browser gives all that stands there its style anew.
      await returnMemory(page);
      await layout.showBatch(index);
    };
    return { world, source: { ...read, changes }, record, showBatch, settle };
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
