/**
 * A project as a value, which every stage takes: where its files are, what it publishes, and how that
 * looks. Nothing asks for the current folder, so that several projects can be built in one process.
 * Input: the project's folder; output: a `Project` that is known to be whole.
 */
import { openDesign, openStyles, type Design } from "../design/design.ts";
import { withScriptFonts } from "../design/fonts/script-fonts.ts";
import { withEditionSheets } from "../editions/edition-sheet.ts";
import { loadPublication } from "../publication/load-publication.ts";
import type { Publication } from "../publication/publication.ts";
import { readThemeChoice } from "../publication/files/theme-choice.ts";
import { listThemes, loadChosenTheme } from "../theme/load-theme.ts";
import type { Theme } from "../theme/theme.ts";
import { projectFolders, type ProjectFolders } from "./folders.ts";

export interface Project {
  readonly folders: ProjectFolders;
  readonly theme: Theme;
  readonly publication: Publication;
  readonly design: Design;
}

/**
 * @param dir a relative path is seen from the current folder.
 * @throws ContentError with every fault of the content, in the order of files and lines.
 */
export async function openProject(dir: string): Promise<Project> {
  return openProjectIn(projectFolders(dir));
}

/** For projects whose folders have other names. */
export async function openProjectIn(folders: ProjectFolders): Promise<Project> {
  const themes = await listThemes();
  const theme = await loadChosenTheme(await readThemeChoice(folders), themes);
  const styles = await openStyles(folders, theme);
  const publication = await loadPublication(folders, { theme, styles, themes });
  const ofEditions = withEditionSheets(styles, publication.editions);
  const design = await openDesign(withScriptFonts(ofEditions, publication));
  return { folders, theme, publication, design };
}
