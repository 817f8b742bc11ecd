/**
 * How a project looks, as a value that web, press and judges share: its styles, and the colours of its
 * tokens. Input: the project's folders and its theme; output: a `Design`.
 */
import { fileURLToPath } from "node:url";
import type { ProjectFolders } from "../project/folders.ts";
import type { Theme } from "../theme/theme.ts";
import { findStyle, type StyleFolder, type StyleLayer } from "./styles/style-folder.ts";
import { readProjectTokens, TOKEN_SHEETS, type ProjectTokens } from "./tokens/project-tokens.ts";

/** Fonts, and first rules of pages, that every theme may have. */
const HOUSE_DIR = fileURLToPath(new URL("house", import.meta.url));

/** Where the theme's own files are found, and the project's own, whatever hides them. */
const ALONE = { theme: "~theme", project: "~project" } as const;

export interface Design {
  readonly styles: StyleFolder;
  /** Undefined where neither the project nor its theme has a sheet of tokens. */
  readonly tokens: ProjectTokens | undefined;
}

/**
 * The project's own styles hide the theme's, file by file. Tokens are the exception: the project's
 * come after the theme's, so that a publisher who changes one colour writes one colour.
 */
export async function openStyles(
  { stylesDir }: ProjectFolders,
  theme: Theme,
): Promise<StyleFolder> {
  const project = { dir: stylesDir, shownAs: "styles" };
  const ofTheme = { dir: theme.stylesDir, shownAs: `src/themes/${theme.name}/styles` };
  const layers: readonly StyleLayer[] = [
    { ...project, at: "" },
    { ...ofTheme, at: "" },
    { dir: HOUSE_DIR, shownAs: "src/design/house", at: "" },
    { ...project, at: ALONE.project },
    { ...ofTheme, at: ALONE.theme },
  ];
  const files: StyleFolder = { layers, sheets: new Map() };
  const sheets = await Promise.all(
    TOKEN_SHEETS.map(async (name) => [name, await cascade(files, name)] as const),
  );
  return { layers, sheets: new Map(sheets.filter(([, css]) => css !== "")) };
}

/** A sheet that imports the theme's sheet of a name and then the project's; empty without either. */
async function cascade(files: StyleFolder, name: string): Promise<string> {
  const names = [ALONE.theme, ALONE.project].map((folder) => `${folder}/${name}`);
  const found = await Promise.all(names.map((each) => findStyle(files, each)));
  return names
    .filter((_, index) => found[index]?.state === "found")
    .map((each) => `@import url("${each}");\n`)
    .join("");
}

export async function openDesign(styles: StyleFolder): Promise<Design> {
  const tokens = await readProjectTokens(styles, [ALONE.theme, ALONE.project]);
  return { styles, tokens };
}
