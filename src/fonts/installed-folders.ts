/**
 * The folders in which a machine with fontconfig keeps its fonts, after the XDG Base Directory
 * specification and the habits of distributions. Input: the environment; output: paths, whether they
 * are there or not. What the machine's own `fonts.conf` rules is not taken over: families that stand
 * for others differ from machine to machine, and so would pages.
 */
import path from "node:path";

/** @param home the person's folder where the environment names none. */
export function installedFontFolders(
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): readonly string[] {
  // A variable that is set to nothing is as good as none (XDG Base Directory).
  const named = (name: string): string | undefined => (env[name] === "" ? undefined : env[name]);
  const own = named("HOME") ?? home;
  const ofPerson = named("XDG_DATA_HOME") ?? path.join(own, ".local/share");
  const ofAll = (named("XDG_DATA_DIRS") ?? "/usr/local/share:/usr/share").split(":");
  const folders = [
    path.join(ofPerson, "fonts"),
    path.join(own, ".fonts"),
    ...ofAll.map((dir) => path.join(dir, "fonts")),
    "/usr/local/share/fonts",
    "/usr/share/fonts",
    "/run/current-system/sw/share/X11/fonts",
  ];
  return [...new Set(folders)].filter((folder) => path.isAbsolute(folder));
}
