/**
 * Finds a theme by its name. Input: a name, as a publication gives it; output: the theme with its
 * blocks; the default one where there is none of this name, which is a fault of the publication. A
 * theme is a folder of `src/themes/` with a module `theme.ts`, and a block a folder of its `blocks/`
 * with a module `block.ts`: nothing else has to know of either.
 */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { importDefault } from "../files/import-default.ts";
import { isMissing } from "../files/missing.ts";
import { isBlock, type Block } from "./block.ts";
import { isThemeModule, type Theme } from "./theme.ts";

const THEMES_DIR = fileURLToPath(new URL("../themes", import.meta.url));

/** The theme of a publication that names none. */
export const DEFAULT_THEME = "voices";

/** Names of all themes, in the order of the alphabet. */
export function themeNames(): Promise<readonly string[]> {
  return foldersIn(THEMES_DIR);
}

export async function loadTheme(wanted: string): Promise<Theme> {
  // Names come from content: only that of a folder which is there is made a path.
  const name = (await themeNames()).includes(wanted) ? wanted : DEFAULT_THEME;
  const themeDir = path.join(THEMES_DIR, name);
  const module = await importDefault(path.join(themeDir, "theme.ts"));
  if (!isThemeModule(module)) {
    throw new TypeError(`src/themes/${name}/theme.ts has no theme as its default export`);
  }
  return {
    ...module,
    name,
    themeDir,
    stylesDir: path.join(themeDir, "styles"),
    blocks: await loadBlocks(path.join(themeDir, "blocks")),
  };
}

async function loadBlocks(dir: string): Promise<ReadonlyMap<string, Block>> {
  const blocks = await Promise.all(
    (await foldersIn(dir)).map(async (name) => {
      const block = await importDefault(path.join(dir, name, "block.ts"));
      if (!isBlock(block)) {
        throw new TypeError(`${path.join(dir, name)}/block.ts has no block as its default export`);
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
