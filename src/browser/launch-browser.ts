/**
 * Starts the browser that was found, in its sandbox where the machine allows one, with a profile of
 * its own that is gone when the browser is closed. Opens no page (see `gate.ts` and `loopback.ts`).
 */
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer";
import { PublicationError } from "../errors.ts";
import type { FontChoice } from "../fonts/font-choice.ts";
import { openTemporaryFolder, type TemporaryFolder } from "../files/temporary-folder.ts";
import { startBundler } from "./bundle-in-page.ts";
import { browserArguments } from "./browser-arguments.ts";
import { browserGone, browserSilent } from "./browser-errors.ts";
import { findBrowser, type BrowserOrigin, type FoundBrowser } from "./find-browser.ts";
import { fontEnvironment } from "./font-environment.ts";
import { killGroup } from "./kill-group.ts";
import { isSandboxFault, probeBrowser } from "./probe-browser.ts";
import { watchSilence } from "./watch-silence.ts";

export interface LaunchedBrowser {
  readonly browser: Browser;
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
  /** How long it may take to answer; half a minute by default. */
  readonly silenceLimitMs?: number;
  /**
   * The fonts that documents find beside their own. By default the shipped browser has one that stands
   * for all, and another browser those that it finds by itself.
   */
  readonly fonts?: FontChoice | undefined;
}

const closeTimeoutMs = 5_000;
/** One that does not start ends as soon as it did before. */
const shortestProbeMs = 3_000;
const longestProbeMs = 20_000;

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
  const args = [...browserArguments, ...(sandboxed ? [] : ["--no-sandbox"])];
  try {
    const environment = {
      ...(await withOwnFolders(found, profile.dir)),
      ...(fonts !== undefined && (await fontEnvironment(fonts, profile.dir, projectDir))),
    };
    const startedMs = performance.now();
    const launching = startProcess(found, args, environment, profile, own);
    const stopAsking = watchSilence({
      limitMs: silenceLimitMs,
      // The answer is that it has started.
      ask: () => launching,
      onSilent: () => {
        silent.abort(browserSilent(silenceLimitMs));
      },
    });
    try {
      return { ...(await launching), sandboxed };
    } catch (error) {
      own.throwIfAborted();
      const probed = await probeBrowser(
        found.executablePath,
        [...args, `--user-data-dir=${profile.dir}/probe`],
        environment,
        Math.min(longestProbeMs, Math.max(shortestProbeMs, 10 * (performance.now() - startedMs))),
      );
      // By itself it starts: something has ended it.
      throw probed.hasStarted ? browserGone() : launchFailed(found, error, probed.said);
    } finally {
      stopAsking();
    }
  } catch (error) {
    await profile.remove();
    own.throwIfAborted();
    throw error;
  }
}

/** @throws what puppeteer throws where it does not start; then none of its processes runs. */
async function startProcess(
  found: FoundBrowser,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  profile: TemporaryFolder,
  signal: AbortSignal,
): Promise<Omit<LaunchedBrowser, "sandboxed">> {
  const browser = await puppeteer.launch({
    executablePath: found.executablePath,
    args: [...args],
    env: environment,
    userDataDir: join(profile.dir, "profile"),
    // No debugging port that another program, or a page, could find.
    pipe: true,
    headless: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    signal,
  });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> =>
    (closing ??= endProcesses(browser).then(() => profile.remove()));
  // Whoever launched it also calls close(), and so waits until everything is gone.
  signal.addEventListener("abort", () => void close(), { once: true });
  try {
    signal.throwIfAborted();
    return {
      browser,
      version: (await browser.version()).replace(/^.*\//, ""),
      executablePath: found.executablePath,
      origin: found.origin,
      kill: () => {
        const child = browser.process();
        if (child !== null) killGroup(child);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
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

/** One that has died may answer nothing, and its end be noticed late: nothing is waited for without an end. */
async function endProcesses(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child === null) return;
  const hasExited = child.exitCode !== null || child.signalCode !== null;
  const exited = hasExited ? undefined : once(child, "exit");
  await waitAtMost(Promise.all([browser.close().catch(() => undefined), exited]));
  // Of one that was killed, helpers end when they notice it, and write into its profile until then.
  killGroup(child);
  await waitAtMost(exited);
}

/** A timer keeps this process from ending before: a promise alone does not. */
async function waitAtMost(awaited: Promise<unknown> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const isLate = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, closeTimeoutMs);
  });
  await Promise.race([awaited, isLate]);
  clearTimeout(timer);
}

function launchFailed(found: FoundBrowser, cause: unknown, said: string): PublicationError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PublicationError(
    "browser-launch-failed",
    `the browser does not start: ${found.executablePath}\n${said || reason}`,
    {
      hint: "set PUPPETEER_EXECUTABLE_PATH to another Chrome or Chromium, or fix what the browser complains about",
      cause,
    },
  );
}
