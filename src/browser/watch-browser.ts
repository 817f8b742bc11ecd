/**
 * Watches that a browser stays: that it does not end, and that it answers. Input: a browser that was
 * started; output: the reason, once there is one. A page that is busy does not count: the browser
 * itself is asked, which answers beside its pages. It ends nothing but pages whose
 * process has ended.
 */
import type { Browser, CDPSession } from "puppeteer";
import type { PublicationError } from "../errors.ts";
import { browserGone, browserSilent, pageCrashed } from "./browser-errors.ts";
import { loadPuppeteer } from "./puppeteer.ts";
import { watchSilence } from "./watch-silence.ts";

export interface WatchBrowserOptions {
  readonly silenceLimitMs: number;
  /** Called once at most, at the very moment: before anything in the browser has failed of it. */
  readonly onGone: (reason: PublicationError) => void;
}

export interface BrowserWatch {
  /** In the place of an error that only says that a page, whose process has ended, is no more. */
  readonly explained: (error: unknown) => unknown;
  readonly stop: () => void;
}

/** @throws what the browser answers where it has gone already. */
export async function watchBrowser(
  browser: Browser,
  { silenceLimitMs, onGone }: WatchBrowserOptions,
): Promise<BrowserWatch> {
  const opening = browser.target().createCDPSession();
  const stopAsking = watchSilence({
    limitMs: silenceLimitMs,
    // Puppeteer's own question for the version is answered from its memory.
    ask: async () => (await opening).send("Browser.getVersion"),
    onSilent: () => {
      stop();
      onGone(browserSilent(silenceLimitMs));
    },
  });
  const end = (): void => {
    stop();
    onGone(browserGone());
  };
  browser.once("disconnected", end);
  const stop = (): void => {
    stopAsking();
    browser.off("disconnected", end);
  };
  try {
    const { PuppeteerError } = await loadPuppeteer();
    const hasCrashed = await closeCrashedPages(await opening);
    return {
      explained: (error) =>
        hasCrashed() && error instanceof PuppeteerError ? pageCrashed() : error,
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/**
 * What waits for an answer of a page whose process has ended, also while it is opened, would wait
 * for ever.
 * @returns whether there was such a page.
 */
async function closeCrashedPages(session: CDPSession): Promise<() => boolean> {
  let hasCrashed = false;
  // A page that a browser opens by itself may keep it open, and nobody uses it.
  const { targetInfos } = await session.send("Target.getTargets");
  const first = new Set(targetInfos.map(({ targetId }) => targetId));
  session.on("Target.targetCrashed", ({ targetId }) => {
    hasCrashed = true;
    if (first.has(targetId)) return;
    void session.send("Target.closeTarget", { targetId }).catch(() => undefined);
  });
  await session.send("Target.setDiscoverTargets", { discover: true });
  return () => hasCrashed;
}
