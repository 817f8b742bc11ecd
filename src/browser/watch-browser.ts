/**
 * Watches that a browser stays: that it does not end, and that it answers. Input: a browser that was
 * started; output: the reason, once there is one. A page that is busy does not count: the browser
 * itself is asked, which answers beside its pages. It ends nothing.
 */
import { PuppeteerError, type Browser } from "puppeteer";
import type { PublicationError } from "../errors.ts";
import { browserGone, browserSilent, pageCrashed } from "./browser-errors.ts";
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
  let hasCrashed = false;
  const end = (): void => {
    stop();
    onGone(browserGone());
  };
  const stopAsking = watchSilence({
    limitMs: silenceLimitMs,
    ask: () => browser.version(),
    onSilent: () => {
      stop();
      onGone(browserSilent(silenceLimitMs));
    },
  });
  const stop = (): void => {
    stopAsking();
    browser.off("disconnected", end);
  };
  browser.once("disconnected", end);
  try {
    const session = await browser.target().createCDPSession();
    session.on("Target.targetCrashed", () => {
      hasCrashed = true;
    });
    await session.send("Target.setDiscoverTargets", { discover: true });
  } catch (error) {
    stop();
    throw error;
  }
  return {
    explained: (error) => (hasCrashed && error instanceof PuppeteerError ? pageCrashed() : error),
    stop,
  };
}
