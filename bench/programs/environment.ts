/**
 * What programs of other people are started with: the same browser for all that need one, the fonts
 * of that browser, a temporary folder that is removed afterwards, and nothing of this process's
 * environment besides. Input: a place; output: variables.
 */
import { fileURLToPath } from "node:url";
import path from "node:path";
import type { Place } from "./program.ts";

/** Starts the browser without a network. */
export const OFFLINE_BROWSER = fileURLToPath(new URL("offline-browser.sh", import.meta.url));

export function programEnvironment({ browser, tmpDir }: Place): Record<string, string> {
  const { LD_LIBRARY_PATH, FONTCONFIG_FILE, XDG_CACHE_HOME } = browser.environment;
  return {
    PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ""}`,
    HOME: tmpDir,
    TMPDIR: tmpDir,
    TZ: "UTC",
    LANG: "C.UTF-8",
    NO_COLOR: "1",
    COMPARE_BROWSER: browser.executablePath,
    ...(LD_LIBRARY_PATH !== undefined && { COMPARE_LIBRARIES: LD_LIBRARY_PATH }),
    ...(FONTCONFIG_FILE !== undefined && { FONTCONFIG_FILE }),
    ...(XDG_CACHE_HOME !== undefined && { XDG_CACHE_HOME }),
  };
}

/** Chromium has no sandbox for the root user. */
export function isRoot(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0;
}
