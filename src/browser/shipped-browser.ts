/**
 * The browser that comes with the npm packages (`@sparticuz/chromium`, Linux x64): unpacks it into
 * the project's cache, once for each version, and says how to start it there.
 *
 * The package unpacks into the system's temporary folder and runs whatever `chromium` it finds in
 * it, and it changes `process.env` when it is imported. So it is imported only in a small process of
 * its own, whose temporary folder is a new one beside the final place. The folder is moved into
 * place when it is whole and the browser in it has started once: an interrupted run, or two at the
 * same time, never leave half a browser behind.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import {
  chmod,
  lchown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { PublicationError } from "../errors.ts";
import type { Environment } from "./system-browsers.ts";

const run = promisify(execFile);

export interface ShippedBrowser {
  /** The folder that holds the browser, its libraries and its fonts. */
  readonly dir: string;
  readonly executablePath: string;
}

const unpackScript = `
  const { default: chromium } = await import(process.argv[1]);
  await chromium.executablePath();
`;

/**
 * The package's own file names the folders of its cloud service; only the fonts beside this file
 * are to be used, and the cache is to stay in the browser's folder.
 */
const fontconfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

const unpackTimeoutMs = 300_000;
const startTimeoutMs = 60_000;
/** An unpacking folder that nobody has touched for so long was left by an interrupted run. */
const abandonedAfterMs = 3_600_000;

/**
 * The cache for browsers: `.cache` in the project; `.cache/imprimatur` in the nearest
 * `node_modules` where this program is itself an installed package.
 */
export function browserCacheDir(
  projectDir: string,
  programDir: string = dirname(fileURLToPath(import.meta.url)),
): string {
  const modules = `${sep}node_modules${sep}`;
  const at = programDir.lastIndexOf(modules);
  return at === -1
    ? resolve(projectDir, ".cache")
    : join(programDir.slice(0, at + modules.length), ".cache", "imprimatur");
}

/**
 * Unpacks the browser where that has not been done yet.
 *
 * @throws PublicationError `browser-unpack-failed` where it cannot be unpacked or cannot start.
 */
export async function unpackShippedBrowser(
  projectDir: string,
  signal?: AbortSignal,
): Promise<ShippedBrowser> {
  try {
    const packageEntry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
    const name = `chromium-${await packageVersion(packageEntry)}`;
    const cacheDir = browserCacheDir(projectDir);
    const browser = shippedBrowserIn(join(cacheDir, name));
    if (existsSync(browser.executablePath)) return browser;

    await mkdir(cacheDir, { recursive: true });
    await removeAbandoned(cacheDir);
    const asideDir = await mkdtemp(join(cacheDir, `${name}.unpacking-`));
    try {
      await unpackInto(asideDir, packageEntry, signal);
      await moveIntoPlace(asideDir, browser);
    } finally {
      await rm(asideDir, { recursive: true, force: true });
    }
    return browser;
  } catch (error) {
    signal?.throwIfAborted();
    throw new PublicationError(
      "browser-unpack-failed",
      `the browser that comes with the packages cannot be used here: ${lastLine(error)}`,
      {
        hint: "see that the project's folder can be written, allows programs and has 250 MB free, or set PUPPETEER_EXECUTABLE_PATH to a Chrome or Chromium",
        cause: error,
      },
    );
  }
}

/**
 * What the shipped browser's process is started with, and nothing else of this process's
 * environment: it needs no secret that may be in there. `HOME` and `TMPDIR` are left to the launcher.
 */
export function shippedBrowserEnvironment(browser: ShippedBrowser, env: Environment): Environment {
  return {
    PATH: env.PATH ?? "",
    TZ: "UTC",
    LANG: "en_US.UTF-8",
    LD_LIBRARY_PATH: join(browser.dir, "al2023", "lib"),
    FONTCONFIG_FILE: join(browser.dir, "fonts.conf"),
    XDG_CACHE_HOME: join(browser.dir, "cache"),
  };
}

function shippedBrowserIn(dir: string): ShippedBrowser {
  return { dir, executablePath: join(dir, "chromium") };
}

async function packageVersion(packageEntry: string): Promise<string> {
  // build/index.js; the package exports no package.json.
  const manifest = await readFile(join(dirname(packageEntry), "..", "package.json"), "utf8");
  return z.object({ version: z.string().regex(/^[\w.+-]+$/) }).parse(JSON.parse(manifest)).version;
}

async function unpackInto(
  dir: string,
  packageEntry: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const script = ["--input-type=module", "--eval", unpackScript, pathToFileURL(packageEntry).href];
  await run(process.execPath, script, {
    // With this runtime's name the package also unpacks the libraries that a bare machine lacks.
    env: { TMPDIR: dir, AWS_LAMBDA_JS_RUNTIME: "nodejs24.x" },
    timeout: unpackTimeoutMs,
    ...(signal && { signal }),
  });
  await writeFile(join(dir, "fonts.conf"), fontconfig);
  await takeOwnership(dir);
  const browser = shippedBrowserIn(dir);
  // Whoever may use the project may use its browser, whichever user unpacked it.
  await chmod(dir, 0o755);
  await chmod(browser.executablePath, 0o755);
  await run(browser.executablePath, ["--version"], {
    env: shippedBrowserEnvironment(browser, process.env),
    timeout: startTimeoutMs,
    ...(signal && { signal }),
  });
}

/** Run by root, the archives give their files to the number of a user who is not of this machine. */
async function takeOwnership(dir: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const entries = await readdir(dir, { recursive: true });
  await Promise.all(entries.map((entry) => lchown(join(dir, entry), 0, 0)));
}

async function moveIntoPlace(asideDir: string, browser: ShippedBrowser): Promise<void> {
  try {
    await rename(asideDir, browser.dir);
  } catch (error) {
    // Another process was faster: its browser is as good.
    if (!existsSync(browser.executablePath)) throw error;
  }
}

async function removeAbandoned(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    if (!name.includes(".unpacking-")) continue;
    const dir = join(cacheDir, name);
    const age = Date.now() - (await stat(dir).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (age > abandonedAfterMs) await rm(dir, { recursive: true, force: true });
  }
}

function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n").at(-1) ?? "";
}
