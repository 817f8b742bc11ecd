/**
 * Finds a theme by its name. Input: what a publication says of it; output: the theme with its blocks,
 * and those that the publication takes from other themes; the default one where there is none of this
 * name, which is a fault of the publication, as is a block that no theme has. A theme is a folder of
 * `src/themes/` with a module `theme.ts`, and a block a folder of its `blocks/` with a module
 * `block.ts`: nothing else has to know of either.
 */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { importDefault } from "../files/import-default.ts";
import { isMissing } from "../files/missing.ts";
import { isBlock, type Block } from "./block.ts";
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
    await Promise.all(names.map(async (name) => [name, await foldersIn(blocksDir(name))] as const)),
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
  const blocks = await foldersIn(blocksDir(name));
  return {
    ...module,
    name,
    themeDir,
    stylesDir: stylesDir(name),
    blocks: await loadBlocks(name, blocks),
    blockFolders: foldersOf(name, blocks),
    lenders: [],
  };
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
  const loaded = await Promise.all(taken.map(({ lender, lent }) => loadBlocks(lender, lent)));
  return {
    ...theme,
    blocks: new Map([theme.blocks, ...loaded].flatMap((each) => [...each])),
    blockFolders: new Map([
      ...theme.blockFolders,
      ...taken.flatMap(({ lender, lent }) => [...foldersOf(lender, lent)]),
    ]),
    lenders: taken.map(({ lender }) => ({ name: lender, stylesDir: stylesDir(lender) })),
  };
}

const blocksDir = (theme: string): string => path.join(THEMES_DIR, theme, "blocks");
const stylesDir = (theme: string): string => path.join(THEMES_DIR, theme, "styles");

function foldersOf(theme: string, names: readonly string[]): ReadonlyMap<string, BlockFolder> {
  return new Map(names.map((name) => [name, { dir: path.join(blocksDir(theme), name), theme }]));
}

async function loadBlocks(
  theme: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, Block>> {
  const blocks = await Promise.all(
    names.map(async (name) => {
      const block = await importDefault(path.join(blocksDir(theme), name, "block.ts"));
      if (!isBlock(block)) {
        throw new TypeError(
          `src/themes/${theme}/blocks/${name}/block.ts has no block as its default export`,
        );
      }
      return [name, block] as const;
    }),
  );
  return new Map(blocks);
}

/** Names of folders in a folder, which need not be there. */
async function foldersIn(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort();
}
