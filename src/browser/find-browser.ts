/**
 * Finds the browser that lays out, prints and judges. Order of choice: the one that
 * `PUPPETEER_EXECUTABLE_PATH` names, the one that comes with the npm packages (Linux x64), a Chrome
 * or Chromium on the machine. Gives back what is needed to start it; starts nothing itself, but for
 * unpacking the shipped browser the first time.
 */
import { accessSync, constants, statSync } from "node:fs";
import { resolve } from "node:path";
import { PublicationError } from "../errors.ts";
import { shippedBrowserEnvironment, unpackShippedBrowser } from "./shipped-browser.ts";
import { systemBrowserPaths, type Environment } from "./system-browsers.ts";

export type BrowserOrigin = "environment" | "shipped" | "system";

/** What the choice depends on: handed in, so that every platform's choice can be tested anywhere. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** Processor architecture, as in `process.arch`. */
  readonly arch: string;
  readonly env: Environment;
  /** Whether there is a file at this path that may be run. */
  readonly isExecutable: (path: string) => boolean;
}

export type BrowserCandidate =
  | { readonly origin: "environment" | "system"; readonly executablePath: string }
  | { readonly origin: "shipped" };

export interface FoundBrowser {
  readonly origin: BrowserOrigin;
  readonly executablePath: string;
  /** The environment variables that the browser's process is started with. */
  readonly environment: Environment;
}

export interface FindBrowserOptions {
  /** The project's folder; the shipped browser is unpacked in its cache. */
  readonly projectDir: string;
  readonly onNotice: (message: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** Another machine than this one: for tests. */
  readonly machine?: Machine;
}

/**
 * The browsers to try, best first; never empty.
 *
 * @throws PublicationError `browser-not-found` where there is none, with a hint on getting one.
 */
export function browserCandidates(machine: Machine): readonly BrowserCandidate[] {
  const named = machine.env.PUPPETEER_EXECUTABLE_PATH;
  if (named) {
    if (!machine.isExecutable(named)) {
      throw new PublicationError(
        "browser-not-found",
        `PUPPETEER_EXECUTABLE_PATH names no program that can be run: ${named}`,
        {
          hint: "give it the path of a Chrome or Chromium, or unset it to use the default browser",
        },
      );
    }
    return [{ origin: "environment", executablePath: named }];
  }
  const system = systemBrowserPaths(machine.platform, machine.env).find(machine.isExecutable);
  const candidates: BrowserCandidate[] = [];
  if (machine.platform === "linux" && machine.arch === "x64")
    candidates.push({ origin: "shipped" });
  if (system !== undefined) candidates.push({ origin: "system", executablePath: system });
  if (candidates.length === 0) throw noBrowser(machine);
  return candidates;
}

/**
 * The browser to start. Where the shipped one cannot run (another C library, a folder that forbids
 * programs), says so in a notice and takes the machine's.
 *
 * @throws PublicationError `browser-not-found`, or `browser-unpack-failed` where the shipped browser
 * cannot run and there is no other.
 */
export async function findBrowser(options: FindBrowserOptions): Promise<FoundBrowser> {
  const machine = options.machine ?? thisMachine();
  const [first, second] = browserCandidates(machine);
  if (first?.origin !== "shipped") return asFound(first, machine);
  try {
    const shipped = await unpackShippedBrowser(options.projectDir, options.signal);
    return {
      origin: "shipped",
      executablePath: shipped.executablePath,
      environment: shippedBrowserEnvironment(shipped, machine.env),
    };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (second === undefined || !(error instanceof PublicationError)) throw error;
    const found = asFound(second, machine);
    options.onNotice(`${error.message}; using ${found.executablePath} instead`);
    return found;
  }
}

/** The machine that this runs on. */
export function thisMachine(): Machine {
  return { platform: process.platform, arch: process.arch, env: process.env, isExecutable };
}

function asFound(candidate: BrowserCandidate | undefined, machine: Machine): FoundBrowser {
  if (candidate === undefined || candidate.origin === "shipped") throw noBrowser(machine);
  return {
    origin: candidate.origin,
    executablePath: resolve(candidate.executablePath),
    // A fixed time zone, so that dates come out the same on every machine.
    environment: { ...machine.env, TZ: "UTC" },
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const waysToGetOne: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "install Google Chrome in /Applications (https://www.google.com/chrome/)",
  win32: "install Google Chrome (https://www.google.com/chrome/)",
  linux: "install Chromium from your distribution (Debian and Ubuntu: apt install chromium)",
};

function noBrowser({ platform, arch }: Machine): PublicationError {
  const install = waysToGetOne[platform] ?? "install Chrome or Chromium";
  return new PublicationError(
    "browser-not-found",
    `found no Chrome or Chromium on this machine (${platform} ${arch}), and none comes with the packages for it`,
    { hint: `${install}, or set PUPPETEER_EXECUTABLE_PATH to a browser based on Chromium` },
  );
}
