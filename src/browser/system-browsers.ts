/**
 * Where a Chrome or Chromium that somebody installed on this machine may be, best first. Pure: it
 * lists paths and looks at no file.
 */
import { posix, win32 } from "node:path";

/** Environment variables, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

const linuxCommands = [
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "chrome-headless-shell",
];

const linuxPlaces = [
  "/opt/google/chrome/chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
];

const macPrograms = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
];

const windowsPrograms = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
];

/** Absolute paths to try, in order and each once; empty for a platform that has no known places. */
export function systemBrowserPaths(platform: NodeJS.Platform, env: Environment): readonly string[] {
  switch (platform) {
    case "darwin":
      return macPaths(env);
    case "win32":
      return windowsPaths(env);
    default:
      return unixPaths(env);
  }
}

function unixPaths(env: Environment): readonly string[] {
  // A relative entry in PATH would run whatever the current folder holds.
  const folders = (env.PATH ?? "").split(":").filter((folder) => posix.isAbsolute(folder));
  const onPath = linuxCommands.flatMap((command) =>
    folders.map((folder) => posix.join(folder, command)),
  );
  return [...new Set([...onPath, ...linuxPlaces])];
}

function macPaths(env: Environment): readonly string[] {
  const home = env.HOME;
  const folders = ["/Applications", ...(home ? [posix.join(home, "Applications")] : [])];
  return macPrograms.flatMap((program) => folders.map((folder) => posix.join(folder, program)));
}

function windowsPaths(env: Environment): readonly string[] {
  const folders = new Set(
    [
      env.PROGRAMFILES,
      env.ProgramW6432,
      env["ProgramFiles(x86)"],
      env.LOCALAPPDATA,
      "C:\\Program Files",
      "C:\\Program Files (x86)",
    ].filter((folder) => folder !== undefined && folder !== ""),
  );
  return windowsPrograms.flatMap((program) =>
    [...folders].map((folder) => win32.join(folder ?? "", program)),
  );
}
