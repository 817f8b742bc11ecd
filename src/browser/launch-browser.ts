/**
 * Starts the browser that was found, in its sandbox where the machine allows one, with a profile of
 * its own that is gone when the browser is closed. Opens no page (see `gate.ts` and `loopback.ts`).
 */
import type { ChildProcess } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "puppeteer";
import { PublicationError } from "../errors.ts";
import type { FontChoice } from "../fonts/font-choice.ts";
import { openTemporaryFolder, type TemporaryFolder } from "../files/temporary-folder.ts";
import { startBundler } from "./bundle-in-page.ts";
import { browserArguments } from "./browser-arguments.ts";
import { browserGone, browserSilent } from "./browser-errors.ts";
import {
  isSandboxFault,
  startBrowserProcess,
  wasEndedByOthers,
  type BrowserEnd,
  type BrowserProcess,
} from "./browser-process.ts";
import { findBrowser, type BrowserOrigin, type FoundBrowser } from "./find-browser.ts";
import { fontEnvironment } from "./font-environment.ts";
import { openPipeTransport } from "./pipe-transport.ts";
import { loadPuppeteer } from "./puppeteer.ts";
import { watchSilence } from "./watch-silence.ts";

export interface LaunchedBrowser {
  readonly browser: Browser;
  /** The browser's own process, which its helpers end with. */
  readonly child: ChildProcess;
  /** E.g. `153.0.8010.0`. */
  readonly version: string;
  readonly executablePath: string;
  readonly origin: BrowserOrigin;
  readonly sandboxed: boolean;
  /** Ends the browser's processes at once, also where it does not answer. Its profile stays. */
  readonly kill: () => void;
  /** Ends the browser's processes and removes its profile; may be called again. */
  readonly close: () => Promise<void>;
}

export interface LaunchBrowserOptions {
  /** The project's folder; the shipped browser is unpacked in its cache. */
  readonly projectDir: string;
  /** Told what a person should know and need not act on, one sentence at a time. */
  readonly onNotice: (message: string) => void;
  /** Closes the browser when it is aborted. */
  readonly signal?: AbortSignal | undefined;
  /** A browser that was found before; found here otherwise. */
  readonly found?: FoundBrowser;
  /** Called when its process has been started, which takes a while to answer: time to load what is needed. */
  readonly onSpawned?: (() => void) | undefined;
  /** How long it may take to answer; half a minute by default. */
  readonly silenceLimitMs?: number;
  /**
   * The fonts that documents find beside their own. By default the shipped browser has one that stands
   * for all, and another browser those that it finds by itself.
   */
  readonly fonts?: FontChoice | undefined;
}

/** A browser on a machine that has a hundred times too much to do answers sooner. */
export const SILENCE_LIMIT_MS = 30_000;

const whatItMeans =
  "the browser runs without its sandbox: build only content that you trust, as a fault in the browser would let a page act as you";

/**
 * @throws PublicationError `browser-not-found`, `browser-unpack-failed`, or `browser-launch-failed`
 * with what the browser itself said; `browser-silent` where it says nothing, `browser-gone` where it
 * is ended while it starts.
 */
export async function launchBrowser(options: LaunchBrowserOptions): Promise<LaunchedBrowser> {
  const { signal, onNotice } = options;
  signal?.throwIfAborted();
  // Pages are read by code that is bundled; the bundler starts while the browser does. Whoever needs a
  // bundle meets what is wrong with it.
  startBundler().catch(() => undefined);
  const found = options.found ?? (await findBrowser(options));
  const unavailable = whyNoSandbox(found);
  if (unavailable !== undefined) {
    onNotice(`${unavailable}; ${whatItMeans}`);
    return start(found, false, options);
  }
  try {
    return await start(found, true, options);
  } catch (error) {
    if (!(error instanceof PublicationError) || !isSandboxFault(error.message)) throw error;
    onNotice(`this machine does not let the browser build its sandbox; ${whatItMeans}`);
    return start(found, false, options);
  }
}

/** Why it is no use to try the sandbox, or undefined. */
function whyNoSandbox(found: FoundBrowser): string | undefined {
  if (process.platform === "linux" && process.getuid?.() === 0) {
    return "Chromium has no sandbox for the root user";
  }
  // Puppeteer itself obeys this one, in silence.
  if (found.environment.PUPPETEER_DANGEROUS_NO_SANDBOX === "true") {
    return "PUPPETEER_DANGEROUS_NO_SANDBOX is set";
  }
  return undefined;
}

async function start(
  found: FoundBrowser,
  sandboxed: boolean,
  options: LaunchBrowserOptions,
): Promise<LaunchedBrowser> {
  const { signal, silenceLimitMs = SILENCE_LIMIT_MS, fonts, projectDir } = options;
  const profile = await openTemporaryFolder("browser");
  const silent = new AbortController();
  const own = signal === undefined ? silent.signal : AbortSignal.any([silent.signal, signal]);
  try {
    const environment = {
      ...(await withOwnFolders(found, profile.dir)),
      ...(fonts !== undefined && (await fontEnvironment(fonts, profile.dir, projectDir))),
    };
    const args = browserArguments({ profileDir: join(profile.dir, "profile"), sandboxed });
    own.throwIfAborted();
    const started = startBrowserProcess(found.executablePath, args, environment);
    // The code that launched it also calls close(), and so waits until everything is gone.
    own.addEventListener("abort", started.kill, { once: true });
    options.onSpawned?.();
    const connecting = connect(started);
    const stopAsking = watchSilence({
      limitMs: silenceLimitMs,
      // The answer is that it has started.
      ask: () => connecting,
      onSilent: () => {
        silent.abort(browserSilent(silenceLimitMs));
      },
    });
    try {
      const browser = await connecting;
      let closing: Promise<void> | undefined;
      return {
        browser,
        child: started.child,
        version: (await browser.version()).replace(/^.*\//, ""),
        executablePath: found.executablePath,
        origin: found.origin,
        sandboxed,
        kill: started.kill,
        close: () => (closing ??= close(browser, started, profile)),
      };
    } catch (error) {
      const end = await started.end();
      throw wasEndedByOthers(end) ? browserGone() : launchFailed(found, end, error);
    } finally {
      stopAsking();
    }
  } catch (error) {
    await profile.remove();
    own.throwIfAborted();
    throw error;
  }
}

/** @throws where the browser ends before it has answered. */
function connect({ messages, ended }: BrowserProcess): Promise<Browser> {
  const transport = openPipeTransport(messages.toBrowser, messages.fromBrowser);
  const answering = async (): Promise<Browser> => {
    const { default: puppeteer } = await loadPuppeteer();
    return puppeteer.connect({ transport });
  };
  const ending = ended.then((): never => {
    throw new Error("it ended before it answered");
  });
  return Promise.race([answering(), ending]);
}

async function close(
  browser: Browser,
  started: BrowserProcess,
  profile: TemporaryFolder,
): Promise<void> {
  // One that has died, or has stopped, may never answer.
  browser.close().catch(() => undefined);
  await started.end();
  await profile.remove();
}

/** What the shipped browser writes besides its profile goes where it is removed with it. */
async function withOwnFolders(
  found: FoundBrowser,
  profileDir: string,
): Promise<Record<string, string | undefined>> {
  if (found.origin !== "shipped") return { ...found.environment };
  const [home, temporary] = [join(profileDir, "home"), join(profileDir, "tmp")];
  await mkdir(home);
  await mkdir(temporary);
  return { ...found.environment, HOME: home, TMPDIR: temporary };
}

function launchFailed(
  found: FoundBrowser,
  { said, code }: BrowserEnd,
  cause: unknown,
): PublicationError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const how = code === undefined ? reason : `it ended with the exit code ${code}`;
  return new PublicationError(
    "browser-launch-failed",
    `the browser does not start: ${found.executablePath}\n${said || how}`,
    {
      hint: "set PUPPETEER_EXECUTABLE_PATH to another Chrome or Chromium, or fix what the browser complains about",
      cause,
    },
  );
}
