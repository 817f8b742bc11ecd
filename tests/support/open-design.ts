/** Styles for tests: one folder without a theme, or those of a project. */
import path from "node:path";
import { openDesign, openStyles, type Design } from "../../src/design/design.ts";
import type { StyleFolder } from "../../src/design/styles/style-folder.ts";
import { projectFolders } from "../../src/project/folders.ts";
import { DEFAULT_THEME, loadTheme } from "../../src/theme/load-theme.ts";

/** The files of one folder, and the fonts of the house. */
export function stylesIn(dir: string): StyleFolder {
  return {
    layers: [
      { dir, at: "", shownAs: "styles" },
      { dir: path.resolve("src/design/house"), at: "", shownAs: "house" },
    ],
    sheets: new Map(),
  };
}

/** The styles that a project in this folder has with a theme. */
export async function stylesOf(projectDir: string, theme = DEFAULT_THEME): Promise<StyleFolder> {
  return openStyles(projectFolders(projectDir), await loadTheme(theme));
}

/** The design of a project in this folder, in which nothing but its own styles counts. */
export async function ownDesign(projectDir: string): Promise<Design> {
  const dir = path.join(projectDir, "styles");
  const layers = ["", "~project"].map((at) => ({ dir, at, shownAs: "styles" }));
  return openDesign({ layers, sheets: new Map() });
}
