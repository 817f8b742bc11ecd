/**
 * What publication.yaml says of the theme, which has to be known before the file can be judged: themes
 * have blocks of their own. Input: the project's folders; output: names. Whether there is a theme or a
 * block of such a name is for `theme-faults.ts`.
 */
import type { ProjectFolders } from "../../project/folders.ts";
import { DEFAULT_THEME, type ThemeChoice } from "../../theme/load-theme.ts";
import { readContentText } from "./content-folder.ts";
import { PUBLICATION_FILE } from "./file-names.ts";
import { parseYaml } from "./front-matter.ts";

/** A line that is right by itself, in a file that is not: the other files are then judged by their theme. */
const THEME_LINE = /^theme:[ \t]+(?<quote>["']?)(?<name>[\w-]+)\k<quote>[ \t]*(?:#.*)?$/mu;

export async function readThemeChoice(folders: ProjectFolders): Promise<ThemeChoice> {
  const { text = "" } = await readContentText(folders, PUBLICATION_FILE);
  const { fields } = parseYaml(text, PUBLICATION_FILE, 1);
  if (fields === undefined) {
    return { theme: THEME_LINE.exec(text)?.groups?.name ?? DEFAULT_THEME, blocks: [] };
  }
  const { data } = fields;
  if (typeof data !== "object" || data === null) return { theme: DEFAULT_THEME, blocks: [] };
  const theme = "theme" in data && typeof data.theme === "string" ? data.theme.trim() : "";
  const blocks: unknown = "blocks" in data ? data.blocks : undefined;
  const names: readonly unknown[] = Array.isArray(blocks) ? blocks : [];
  return {
    theme: theme === "" ? DEFAULT_THEME : theme,
    blocks: names.filter((name) => typeof name === "string").map((name) => name.trim()),
  };
}
