/**
 * Documents that a person names: files, and folders in which all HTML is taken. What they show lies in
 * the named folder, or beside the named file. Programs may write beside what they read, so the folder
 * is copied. Input: paths; output: documents.
 */
import { cp, glob, stat } from "node:fs/promises";
import path from "node:path";
import type { ListedDocument } from "./document.ts";

const HTML = /\.x?html?$/iu;

/** @throws Error where nothing is there. */
export async function namedDocuments(
  names: readonly string[],
  tmpDir: string,
): Promise<readonly ListedDocument[]> {
  const lists = await Promise.all(
    names.map(async (name, index) => {
      const place = path.resolve(name);
      const isFolder = (await stat(place)).isDirectory();
      const root = isFolder ? place : path.dirname(place);
      const files = isFolder ? await htmlIn(root) : [path.basename(place)];
      const copy = path.join(tmpDir, "named", String(index));
      let copying: Promise<void> | undefined;
      return files.map((file): ListedDocument => ({
        id: path.join(path.basename(root), file).replaceAll(/[^\w.-]+/gu, "-"),
        kind: "named",
        from: path.join(root, file),
        locate: async () => {
          copying ??= cp(root, copy, { recursive: true });
          await copying;
          return { root: copy, file: path.join(copy, file) };
        },
      }));
    }),
  );
  return lists.flat();
}

async function htmlIn(root: string): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const file of glob("**/*", { cwd: root })) if (HTML.test(file)) files.push(file);
  return files.sort();
}
