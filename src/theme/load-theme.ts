/**
 * Finds a theme by its name. Input: what a publication says of it; output: the theme with its blocks,
 * those that every theme has, and those that the publication takes from other themes; the default one
 * where there is none of this name, which is a fault of the publication, as is a block that no theme
 * has. A theme is a folder of `src/themes/` with a module `theme.ts`, and a block a folder of its
 * `blocks/`, or of `src/house-blocks/`, with a module `block.ts`: nothing else has to know of either.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { importDefault } from "../files/import-default.ts";
import { foldersIn, joinBlocks, loadBlocks, type LoadedBlocks } from "./load-blocks.ts";
import { isThemeModule, type BlockFolder, type Theme } from "./theme.ts";

/** The themes that there are. */
export interface ThemeCatalogue {
  /** Names of the blocks of each, all in the order of the alphabet. */
  readonly blocks: ReadonlyMap<string, readonly string[]>;
  readonly load: (name: string) => Promise<Theme>;
}

/** What a publication says of its design. */
export interface ThemeChoice {
  readonly theme: string;
  /** Blocks of other themes, such as `report/note`. They take the place of the theme's of that name. */
  readonly blocks: readonly string[];
}

const THEMES_DIR = fileURLToPath(new URL("../themes", import.meta.url));

/** Blocks that every theme has, but for those that it has a block of the same name for. */
const HOUSE: BlockFolder = {
  dir: fileURLToPath(new URL("../house-blocks", import.meta.url)),
  shownAs: "src/house-blocks",
};

/** The theme of a publication that names none. */
export const DEFAULT_THEME = "voices";

/** Names of all themes, in the order of the alphabet. */
export function themeNames(): Promise<readonly string[]> {
  return foldersIn(THEMES_DIR);
}

/** The themes that there are, and their blocks, without loading any. */
export async function listThemes(): Promise<ThemeCatalogue> {
  const names = await themeNames();
  const blocks = new Map(
    await Promise.all(names.map(async (name) => [name, await blocksOf(name)] as const)),
  );
  return { blocks, load: loadTheme };
}

export async function loadTheme(wanted: string): Promise<Theme> {
  // Names come from content: only that of a folder which is there is made a path.
  const name = (await themeNames()).includes(wanted) ? wanted : DEFAULT_THEME;
  const themeDir = path.join(THEMES_DIR, name);
  const module = await importDefault(path.join(themeDir, "theme.ts"));
  if (!isThemeModule(module)) {
    throw new TypeError(`src/themes/${name}/theme.ts has no theme as its default export`);
  }
  const own = await loadBlocks(shelfOf(name), await blocksOf(name));
  const blocks = joinBlocks([await loadHouseBlocks(), own]);
  return { ...module, name, themeDir, stylesDir: stylesDir(name), ...blocks, lenders: [] };
}

/** The blocks that every theme has. */
export async function loadHouseBlocks(): Promise<LoadedBlocks> {
  return loadBlocks(HOUSE, await foldersIn(HOUSE.dir));
}

/** A theme with the blocks that the publication takes from others. Those that are not there are left out. */
export async function loadChosenTheme(
  { theme: wanted, blocks }: ThemeChoice,
  themes: ThemeCatalogue,
): Promise<Theme> {
  const theme = await themes.load(wanted);
  const taken = [...themes.blocks].flatMap(([lender, names]) => {
    const lent = names.filter((name) => blocks.includes(`${lender}/${name}`));
    return lender === theme.name || lent.length === 0 ? [] : [{ lender, lent }];
  });
  const loaded = await Promise.all(
    taken.map(({ lender, lent }): Promise<LoadedBlocks> => loadBlocks(shelfOf(lender), lent)),
  );
  return {
    ...theme,
    ...joinBlocks([theme, ...loaded]),
    lenders: taken.map(({ lender }) => ({ name: lender, stylesDir: stylesDir(lender) })),
  };
}

/** Where a theme has its blocks. */
function shelfOf(theme: string): BlockFolder {
  return { dir: path.join(THEMES_DIR, theme, "blocks"), shownAs: `src/themes/${theme}/blocks` };
}

const blocksOf = (theme: string): Promise<readonly string[]> => foldersIn(shelfOf(theme).dir);
const stylesDir = (theme: string): string => path.join(THEMES_DIR, theme, "styles");
