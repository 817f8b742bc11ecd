/**
 * A page that is judged: opened, loaded for as long as it may take, and closed. Input: how it is opened,
 * its address, and what judges it; output: their reports. It knows no judge.
 *
 * What has not come when the time of loading is up is reported, and the page is judged as it stands. A
 * page that leaves for another document, or whose script does not come to an end, is judged by nobody.
 */
import { TimeoutError, type HTTPResponse, type Page } from "puppeteer";
import type { GuardedPage } from "../../browser/guarded-page.ts";
import { withIsolatedWorld } from "../../browser/isolated-world.ts";
import type { Refusal } from "../../browser/refusal.ts";
import { PublicationError } from "../../errors.ts";
import { abortsWithin } from "../../async/aborts-within.ts";
import { untilAborted } from "../../async/until-aborted.ts";
import type { JudgeReport } from "../verdict/finding.ts";
import { JudgeUnavailable, type JudgeRun } from "../verdict/judge.ts";
import {
  DEFAULT_TIME_LIMITS,
  formatDuration,
  timeToLoad,
  withinTime,
} from "../verdict/time-limit.ts";

export interface PageJudging extends JudgeRun {
  readonly onRefused: (refusal: Refusal) => void;
  readonly signal: AbortSignal;
  /** How long the page may take to load; a quarter of a judge's time where it is undefined. */
  readonly loadTimeoutMs?: number | undefined;
}

/** A page whose process ends fails to load about 10 ms before the browser says why. */
const NEWS_MS = 1000;

/**
 * @param judge is handed the page, and what its judges are run with.
 * @throws PublicationError `page-unreachable` where there is no page to judge.
 */
export async function withJudgedPage(
  open: () => Promise<GuardedPage>,
  address: string,
  judging: PageJudging,
  judge: (page: Page, run: JudgeRun) => Promise<readonly JudgeReport[]>,
): Promise<readonly JudgeReport[]> {
  const { limits, signal, targetSignal, sourceOf } = judging;
  const guarded = await open();
  const stuck = new AbortController();
  const ends = [targetSignal, guarded.left, guarded.crashed, stuck.signal].filter(
    (end) => end !== undefined,
  );
  try {
    await untilAborted(load(guarded, address, judging, stuck), signal);
    const run = { signal, limits, sourceOf, targetSignal: AbortSignal.any(ends) };
    return await judge(guarded.page, run);
  } finally {
    await guarded.close();
  }
}

async function load(
  guarded: GuardedPage,
  address: string,
  { limits = DEFAULT_TIME_LIMITS, onRefused, loadTimeoutMs }: PageJudging,
  stuck: AbortController,
): Promise<void> {
  const { page } = guarded;
  const timeout = loadTimeoutMs ?? timeToLoad(limits);
  try {
    expectPage(await page.goto(address, { waitUntil: "load", timeout }), address);
  } catch (cause) {
    if (cause instanceof PublicationError) throw cause;
    const isLate = cause instanceof TimeoutError;
    // Judges report of what has left, or ended, why they did not run.
    if (await abortsWithin([guarded.left, guarded.crashed], isLate ? 0 : NEWS_MS)) return;
    // It was taken away: that says nothing of the address.
    if (page.isClosed()) throw cause;
    if (!isLate) throw unreachable(address, "cannot be opened", cause);
    const time = formatDuration(timeout);
    if (page.url() === "about:blank") {
      throw unreachable(address, `has not answered within ${time}`, cause);
    }
    for (const { url, resourceType } of guarded.giveUp()) {
      onRefused({ url, resourceType, reason: "unfinished", page: page.url() });
    }
    await stopLoading(page, timeout).catch(() => {
      const words = `the page has not answered within ${time}: a script of it does not come to an end`;
      stuck.abort(new JudgeUnavailable(words));
    });
  }
}

/** What is still to come would change the page while it is judged. */
async function stopLoading(page: Page, timeoutMs: number): Promise<void> {
  await withinTime(
    () =>
      withIsolatedWorld(page, (world) =>
        world.evaluate(() => {
          window.stop();
        }),
      ),
    { timeoutMs, signals: [] },
  );
}

/** The document may have come from memory, and then has no answer of a server. */
function expectPage(response: HTTPResponse | null, address: string): void {
  if (response === null || response.ok() || response.status() === 304) return;
  throw new PublicationError("page-unreachable", `${address} answers ${response.status()}`, {
    hint: "give the address of a page that exists",
  });
}

function unreachable(address: string, what: string, cause: unknown): PublicationError {
  return new PublicationError("page-unreachable", `${address} ${what}`, {
    hint: "is the server running, and is the address right? `--judge-timeout` gives a page more time",
    cause,
  });
}
