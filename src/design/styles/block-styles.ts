/**
 * Styles of blocks, which each block has in its own folder: a `print.css`, a `web.css`, or one of any
 * name. A sheet of the theme takes in those of all blocks by importing `blocks/print.css`, which is
 * made here of the sheets `blocks/<block>/print.css`; it is empty where no block has one, and is not
 * made where there is a file of this name. So a new block touches no sheet of its theme. Input: a theme;
 * output: layers, and sheets made in memory.
 */
import path from "node:path";
import type { Theme } from "../../theme/theme.ts";
import { findStyle, listStyles, type StyleFolder, type StyleLayer } from "./style-folder.ts";

const BLOCKS = "blocks";

export function blockLayers({ blockFolders }: Pick<Theme, "blockFolders">): readonly StyleLayer[] {
  return [...blockFolders].map(([name, folder]) => ({ ...folder, at: `${BLOCKS}/${name}` }));
}

/** @param files in which the blocks' sheets are found: a project's own take the place of a block's. */
export async function blockSheets(
  { blockFolders }: Pick<Theme, "blockFolders">,
  files: StyleFolder,
): Promise<ReadonlyMap<string, string>> {
  const sheets = await listStyles(files, /\.css$/u);
  const names = [...new Set(sheets.map((file) => path.basename(file)))];
  const isThere = async (name: string): Promise<boolean> =>
    (await findStyle(files, name)).state !== "missing";
  const made = names.map(async (name): Promise<readonly (readonly [string, string])[]> => {
    if (await isThere(`${BLOCKS}/${name}`)) return [];
    const imports = await Promise.all(
      [...blockFolders.keys()].map(async (block) =>
        (await isThere(`${BLOCKS}/${block}/${name}`)) ? `@import url("${block}/${name}");\n` : "",
      ),
    );
    return [[`${BLOCKS}/${name}`, imports.join("")]];
  });
  return new Map((await Promise.all(made)).flat());
}
