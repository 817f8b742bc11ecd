/**
 * A browser for as long as some work takes: every command that needs one has it from here. Input: the
 * work; output: what it returns. The browser is closed when the work ends, however it ends, and the
 * work is stopped when the browser has gone: what failed because of that is reported as what it is.
 */
import type { PublicationError } from "../errors.ts";
import {
  launchBrowser,
  SILENCE_LIMIT_MS,
  type LaunchBrowserOptions,
  type LaunchedBrowser,
} from "./launch-browser.ts";
import { watchBrowser, type BrowserWatch } from "./watch-browser.ts";

export interface WithBrowserOptions extends LaunchBrowserOptions {
  /** Aborted when the person ends the run. */
  readonly signal: AbortSignal;
  /** How long work that was asked to stop may take to end; several seconds by default. */
  readonly graceMs?: number;
}

/** Some of what waits for a browser never learns that it has gone. A judge that is stopped needs five. */
const GRACE_MS = 8_000;

export interface OwnBrowser extends Pick<LaunchedBrowser, "browser" | "child"> {
  /**
   * Aborted when the person ends the run, and when the browser has gone. What aborts it closes the
   * browser, so that nothing goes on in it.
   */
  readonly stop: AbortController;
}

/**
 * @throws what the work throws; what `launchBrowser` throws; PublicationError `browser-gone`,
 * `browser-silent`, or `page-crashed` where the work does not know of that itself.
 */
export async function withBrowser<T>(
  options: WithBrowserOptions,
  work: (own: OwnBrowser) => Promise<T>,
): Promise<T> {
  const { signal, silenceLimitMs = SILENCE_LIMIT_MS, graceMs = GRACE_MS } = options;
  const stop = new AbortController();
  const pass = (): void => {
    stop.abort(signal.reason);
  };
  const { promise: overdue, reject } = Promise.withResolvers<never>();
  overdue.catch(() => undefined);
  // It holds the process: with the browser gone, nothing else may be left that does.
  let grace: NodeJS.Timeout | undefined;
  stop.signal.addEventListener("abort", () => {
    grace = setTimeout(() => {
      reject(stop.signal.reason);
    }, graceMs);
  });
  signal.throwIfAborted();
  signal.addEventListener("abort", pass, { once: true });
  try {
    const launched = await launchBrowser({ ...options, signal: stop.signal });
    let gone: PublicationError | undefined;
    let watch: BrowserWatch | undefined;
    try {
      watch = await watchBrowser(launched.browser, {
        silenceLimitMs,
        onGone: (reason) => {
          // A browser that was asked to go is no news.
          if (!stop.signal.aborted) gone = reason;
          stop.abort(reason);
          launched.kill();
        },
      });
      return await Promise.race([work({ ...launched, stop }), overdue]);
    } catch (error) {
      throw gone ?? watch?.explained(error) ?? error;
    } finally {
      watch?.stop();
      await launched.close();
    }
  } finally {
    clearTimeout(grace);
    signal.removeEventListener("abort", pass);
  }
}
