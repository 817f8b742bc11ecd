/**
 * Starts the browser that was found, in its sandbox where the machine allows one, with a profile of
 * its own that is gone when the browser is closed. Opens no page (see `gate.ts` and `loopback.ts`).
 */
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer";
import { PublicationError } from "../errors.ts";
import { openTemporaryFolder } from "../files/temporary-folder.ts";
import { browserArguments } from "./browser-arguments.ts";
import { findBrowser, type BrowserOrigin, type FoundBrowser } from "./find-browser.ts";
import { isSandboxFault, probeBrowser } from "./probe-browser.ts";

export interface LaunchedBrowser {
  readonly browser: Browser;
  /** E.g. `153.0.8010.0`. */
  readonly version: string;
  readonly executablePath: string;
  readonly origin: BrowserOrigin;
  readonly sandboxed: boolean;
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
}

const closeTimeoutMs = 5_000;

const whatItMeans =
  "the browser runs without its sandbox: build only content that you trust, as a fault in the browser would let a page act as you";

/**
 * @throws PublicationError `browser-not-found`, `browser-unpack-failed`, or `browser-launch-failed`
 * with what the browser itself said.
 */
export async function launchBrowser(options: LaunchBrowserOptions): Promise<LaunchedBrowser> {
  const { signal, onNotice } = options;
  signal?.throwIfAborted();
  const found = options.found ?? (await findBrowser(options));
  const unavailable = whyNoSandbox(found);
  if (unavailable !== undefined) {
    onNotice(`${unavailable}; ${whatItMeans}`);
    return start(found, false, signal);
  }
  try {
    return await start(found, true, signal);
  } catch (error) {
    if (!(error instanceof PublicationError) || !isSandboxFault(error.message)) throw error;
    onNotice(`this machine does not let the browser build its sandbox; ${whatItMeans}`);
    return start(found, false, signal);
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
  signal: AbortSignal | undefined,
): Promise<LaunchedBrowser> {
  const { dir: profileDir, remove: removeProfile } = await openTemporaryFolder("browser");
  const args = [...browserArguments, ...(sandboxed ? [] : ["--no-sandbox"])];
  const environment = await withOwnFolders(found, profileDir);
  let browser: Browser;
  try {
    browser = await puppeteer.launch({
      executablePath: found.executablePath,
      args: [...args],
      env: environment,
      userDataDir: join(profileDir, "profile"),
      // No debugging port that another program, or a page, could find.
      pipe: true,
      headless: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ...(signal && { signal }),
    });
  } catch (error) {
    const said = signal?.aborted
      ? ""
      : await probeBrowser(
          found.executablePath,
          [...args, `--user-data-dir=${profileDir}/probe`],
          environment,
        );
    await removeProfile();
    signal?.throwIfAborted();
    throw launchFailed(found, error, said);
  }
  const close = closer(browser, removeProfile);
  // Whoever launched it also calls close(), and so waits until everything is gone.
  signal?.addEventListener("abort", () => void close(), { once: true });
  if (signal?.aborted) {
    await close();
    signal.throwIfAborted();
  }
  return {
    browser,
    version: (await browser.version()).replace(/^.*\//, ""),
    executablePath: found.executablePath,
    origin: found.origin,
    sandboxed,
    close,
  };
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

function closer(browser: Browser, removeProfile: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => (closing ??= endProcesses(browser).then(removeProfile));
}

async function endProcesses(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child === null) return;
  const hasExited = child.exitCode !== null || child.signalCode !== null;
  const exited = hasExited ? undefined : once(child, "exit");
  const timer = setTimeout(() => child.kill("SIGKILL"), closeTimeoutMs);
  // A browser that has died already, or dies meanwhile, is closed.
  await browser.close().catch(() => undefined);
  await exited;
  clearTimeout(timer);
}

function launchFailed(found: FoundBrowser, cause: unknown, said: string): PublicationError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PublicationError(
    "browser-launch-failed",
    `the browser does not start: ${found.executablePath}\n${said || reason}`,
    {
      hint: "set PUPPETEER_EXECUTABLE_PATH to another Chrome or Chromium, or mend what the browser complains about",
      cause,
    },
  );
}
