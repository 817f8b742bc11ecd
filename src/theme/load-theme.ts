/**
 * Finds a theme by its name. Input: a name, as a publication gives it; output: the theme; the default
 * one where there is none of this name, which is a fault of the publication. A theme is a folder of `src/themes/` with a module `theme.ts`: nothing else has
 * to know of it.
 */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isThemeDefinition, type Theme } from "./theme.ts";

const THEMES_DIR = fileURLToPath(new URL("../themes", import.meta.url));

/** The theme of a publication that names none. */
export const DEFAULT_THEME = "voices";

/** Names of all themes, in the order of the alphabet. */
export async function themeNames(): Promise<readonly string[]> {
  const entries = await readdir(THEMES_DIR, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort();
}

export async function loadTheme(wanted: string): Promise<Theme> {
  // Names come from content: only that of a folder which is there is made a path.
  const name = (await themeNames()).includes(wanted) ? wanted : DEFAULT_THEME;
  const dir = path.join(THEMES_DIR, name);
  const module: unknown = await import(pathToFileURL(path.join(dir, "theme.ts")).href);
  const definition =
    typeof module === "object" && module !== null && "default" in module
      ? module.default
      : undefined;
  if (!isThemeDefinition(definition)) {
    throw new TypeError(`src/themes/${name}/theme.ts has no theme as its default export`);
  }
  return { ...definition, name, themeDir: dir, stylesDir: path.join(dir, "styles") };
}
