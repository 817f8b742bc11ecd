/**
 * Finds the blocks of a folder. Input: a folder; output: the names of the blocks in it, and the blocks
 * themselves. A block is a folder with a module `block.ts`: nothing else has to know of it.
 */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { importDefault } from "../files/import-default.ts";
import { isMissing } from "../files/missing.ts";
import { isBlock, type Block } from "./block.ts";
import type { BlockFolder } from "./theme.ts";

/** Blocks as a theme has them. */
export interface LoadedBlocks {
  readonly blocks: ReadonlyMap<string, Block>;
  readonly blockFolders: ReadonlyMap<string, BlockFolder>;
}

/** @param shelf the folder that the blocks are in, which need not be there. */
export async function loadBlocks(
  shelf: BlockFolder,
  names: readonly string[],
): Promise<LoadedBlocks> {
  const folders = names.map((name) => [name, folderOf(shelf, name)] as const);
  const blocks = await Promise.all(
    folders.map(async ([name, folder]) => [name, await loadBlock(folder)] as const),
  );
  return { blocks: new Map(blocks), blockFolders: new Map(folders) };
}

/** One after another, of which the later take the place of others with their names. */
export function joinBlocks(all: readonly LoadedBlocks[]): LoadedBlocks {
  return {
    blocks: new Map(all.flatMap(({ blocks }) => [...blocks])),
    blockFolders: new Map(all.flatMap(({ blockFolders }) => [...blockFolders])),
  };
}

function folderOf({ dir, shownAs }: BlockFolder, name: string): BlockFolder {
  return { dir: path.join(dir, name), shownAs: `${shownAs}/${name}` };
}

async function loadBlock({ dir, shownAs }: BlockFolder): Promise<Block> {
  const block = await importDefault(path.join(dir, "block.ts"));
  if (isBlock(block)) return block;
  throw new TypeError(`${shownAs}/block.ts has no block as its default export`);
}

/** Names of folders in a folder, which need not be there, in the order of the alphabet. */
export async function foldersIn(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort();
}
