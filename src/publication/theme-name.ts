/**
 * The theme that publication.yaml names, which has to be known before the file can be judged: themes
 * have fields of their own. Input: the project's folders; output: a name. Whether there is a theme of
 * this name is for `load-publication.ts`, as are all faults.
 */
import type { ProjectFolders } from "../project/folders.ts";
import { readContentText } from "./content-folder.ts";
import { PUBLICATION_FILE } from "./file-names.ts";
import { parseYaml } from "./front-matter.ts";

/** A line that is right by itself, in a file that is not: the other files are then judged by their theme. */
const THEME_LINE = /^theme:[ \t]+(?<quote>["']?)(?<name>[\w-]+)\k<quote>[ \t]*(?:#.*)?$/mu;

export async function readThemeName(folders: ProjectFolders): Promise<string | undefined> {
  const { text } = await readContentText(folders, PUBLICATION_FILE);
  if (text === undefined) return undefined;
  const { fields } = parseYaml(text, PUBLICATION_FILE, 1);
  if (fields === undefined) return THEME_LINE.exec(text)?.groups?.name;
  const { data } = fields;
  if (typeof data !== "object" || data === null || !("theme" in data)) return undefined;
  return typeof data.theme === "string" ? data.theme.trim() : undefined;
}
