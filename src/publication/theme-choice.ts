/**
 * What publication.yaml says of the theme, which has to be known before the file can be judged: themes
 * have blocks of their own. Input: the project's folders; output: names. Whether there is a theme or a
 * block of such a name is for `theme-faults.ts`.
 */
import type { ProjectFolders } from "../project/folders.ts";
import { DEFAULT_THEME, type ThemeChoice } from "../theme/load-theme.ts";
import { PUBLICATION_FILE, readContentText } from "./content-folder.ts";
import { parseYaml } from "./front-matter.ts";

export async function readThemeChoice(folders: ProjectFolders): Promise<ThemeChoice> {
  const { text } = await readContentText(folders, PUBLICATION_FILE);
  const data = text === undefined ? undefined : parseYaml(text, PUBLICATION_FILE, 1).fields?.data;
  if (typeof data !== "object" || data === null) return { theme: DEFAULT_THEME, blocks: [] };
  const theme = "theme" in data && typeof data.theme === "string" ? data.theme.trim() : "";
  const blocks: unknown = "blocks" in data ? data.blocks : undefined;
  const names: readonly unknown[] = Array.isArray(blocks) ? blocks : [];
  return {
    theme: theme === "" ? DEFAULT_THEME : theme,
    blocks: names.filter((name) => typeof name === "string").map((name) => name.trim()),
  };
}
