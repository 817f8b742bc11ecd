/**
 * The copies of PDFs that the web edition offers, where a build makes a PDF and not the web edition.
 * Input: what was made, and output/; output: the copies, staged, and whether they are what the page
 * was made with.
 */
import { copyFile, lstat } from "node:fs/promises";
import path from "node:path";
import { copiesOf, type MadeEdition } from "../editions/made-edition.ts";
import { areSameFiles, recordFiles } from "../judges/targets/file-records.ts";
import { makeFolderBelow } from "../files/make-folder.ts";

export interface StagedCopies {
  /** Names of what was staged. */
  readonly names: readonly string[];
  /** They are not what the page was made with, of which it says the size and the number of pages. */
  readonly areNew: boolean;
}

export async function stageCopies(
  made: readonly MadeEdition[],
  outputDir: string,
  stagingDir: string,
): Promise<StagedCopies> {
  const names: string[] = [];
  for (const edition of made) {
    for (const copy of copiesOf(edition)) {
      if (!(await isFile(path.join(outputDir, copy)))) continue;
      names.push(copy);
      await makeFolderBelow(stagingDir, path.dirname(copy));
      await copyFile(path.join(stagingDir, edition.file), path.join(stagingDir, copy));
    }
  }
  const [before, after] = await Promise.all(
    [outputDir, stagingDir].map((dir) => recordFiles(names, [dir], "")),
  );
  return { names, areNew: !areSameFiles(before ?? [], after ?? []) };
}

async function isFile(file: string): Promise<boolean> {
  return lstat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
}
