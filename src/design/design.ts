/**
 * How a project looks, as a value that web, press and judges share: its styles, and the colours of its
 * tokens. Input: the project's folders and its theme; output: a `Design`.
 */
import { fileURLToPath } from "node:url";
import type { ProjectFolders } from "../project/folders.ts";
import type { StyledTheme, Theme } from "../theme/theme.ts";
import { blockLayers, blockSheets } from "./styles/block-styles.ts";
import { findStyle, type StyleFolder, type StyleLayer } from "./styles/style-folder.ts";
import { readProjectTokens, TOKEN_SHEETS, type ProjectTokens } from "./tokens/project-tokens.ts";

/** Fonts, and first rules of pages, that every theme may have. */
const HOUSE_DIR = fileURLToPath(new URL("house", import.meta.url));

/** Folders in which files of one layer are found, whatever hides them; the later comes over the others. */
const ALONE = { lender: "~lenders/", theme: "~theme", project: "~project" } as const;

export interface Design {
  readonly styles: StyleFolder;
  /** Undefined where neither the project nor its theme has a sheet of tokens. */
  readonly tokens: ProjectTokens | undefined;
}

/**
 * The project's own styles hide the theme's, file by file. Tokens are the exception: the project's
 * come after the theme's, so that a publisher who changes one colour writes one colour. Under both
 * are the tokens of themes that lend blocks, for what only their blocks need.
 */
export async function openStyles(
  { stylesDir }: ProjectFolders,
  theme: Theme,
): Promise<StyleFolder> {
  const project = { dir: stylesDir, shownAs: "styles" };
  const ofTheme = layerOf(theme);
  const layers: readonly StyleLayer[] = [
    { ...project, at: "" },
    ...blockLayers(theme),
    { ...ofTheme, at: "" },
    { dir: HOUSE_DIR, shownAs: "src/design/house", at: "" },
    ...theme.lenders.map((lender) => ({ ...layerOf(lender), at: ALONE.lender + lender.name })),
    { ...ofTheme, at: ALONE.theme },
    { ...project, at: ALONE.project },
  ];
  const files: StyleFolder = { layers, sheets: new Map() };
  const tokens = await Promise.all(
    TOKEN_SHEETS.map(async (name) => [name, await cascade(files, name)] as const),
  );
  const ofBlocks = await blockSheets(theme, files);
  return { layers, sheets: new Map([...ofBlocks, ...tokens.filter(([, css]) => css !== "")]) };
}

function layerOf({ name, stylesDir }: StyledTheme): Omit<StyleLayer, "at"> {
  return { dir: stylesDir, shownAs: `src/themes/${name}/styles` };
}

/** Of the layers, each by itself, in the order in which one comes over another. */
function aloneFolders({ layers }: StyleFolder): readonly string[] {
  return layers.map(({ at }) => at).filter((at) => at.startsWith("~"));
}

/** A sheet that imports the sheets of a name, one after another; empty where there is none. */
async function cascade(files: StyleFolder, name: string): Promise<string> {
  const names = aloneFolders(files).map((folder) => `${folder}/${name}`);
  const found = await Promise.all(names.map((each) => findStyle(files, each)));
  return names
    .filter((_, index) => found[index]?.state === "found")
    .map((each) => `@import url("${each}");\n`)
    .join("");
}

export async function openDesign(styles: StyleFolder): Promise<Design> {
  return { styles, tokens: await readProjectTokens(styles, aloneFolders(styles)) };
}
