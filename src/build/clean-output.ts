/**
 * The command `clean`: takes away what builds have made. Input: a project's folder; output: the names of
 * what is gone. Whatever else lies in output/ stays, and a build that runs just now ends first.
 */
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { MADE_FOLDERS } from "../editions/kinds.ts";
import { browserCacheDir } from "../browser/shipped-browser.ts";
import { exists } from "../files/missing.ts";
import { openOutputFolder, OUTPUT_DIR } from "./output-folder.ts";
import { REPORTS_DIR } from "./read-former-report.ts";

export interface CleanOptions {
  /** Absolute. */
  readonly projectDir: string;
  /** Whether the browser that was unpacked goes as well: the next run unpacks it again. */
  readonly withBrowser: boolean;
  readonly onNotice: (notice: string) => void;
  readonly signal: AbortSignal;
}

/** @returns paths from the project. */
export async function cleanOutput(options: CleanOptions): Promise<readonly string[]> {
  const { projectDir, withBrowser, onNotice, signal } = options;
  const removed: string[] = [];
  const dir = path.join(projectDir, OUTPUT_DIR);
  if (await exists(dir)) {
    const output = await openOutputFolder({ dir, command: "clean", onNotice, signal });
    try {
      for (const name of [...MADE_FOLDERS, REPORTS_DIR]) {
        signal.throwIfAborted();
        const made = path.join(dir, name);
        if (!(await exists(made))) continue;
        await rm(made, { recursive: true });
        removed.push(`${OUTPUT_DIR}/${name}`);
      }
    } finally {
      await output.release();
    }
  }
  if (withBrowser) removed.push(...(await removeBrowsers(projectDir)));
  return removed;
}

/** The cache may be a link to one that several projects share; what else is in it stays. */
async function removeBrowsers(projectDir: string): Promise<readonly string[]> {
  const cache = browserCacheDir(projectDir);
  const names = await readdir(cache).catch(() => []);
  const browsers = names.filter((name) => name.startsWith("chromium-"));
  for (const name of browsers) await rm(path.join(cache, name), { recursive: true, force: true });
  return browsers.map((name) => path.join(path.relative(projectDir, cache), name));
}
