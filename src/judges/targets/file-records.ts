/**
 * What files are, by their bytes. Input: names of files and folders, and the folders to look for them
 * in; output: a record for each file. It changes nothing.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import path from "node:path";
import type { FileRecord } from "../verdict/finding.ts";

/**
 * The files of these names, and those below the folders of these names, in the order of their paths.
 * @param dirs the folders that names start from: a name is taken from the first that has it, and a
 *   name that none has is left out.
 * @param prefix what paths in records begin with, e.g. `output`.
 */
export async function recordFiles(
  names: readonly string[],
  dirs: readonly string[],
  prefix: string,
): Promise<readonly FileRecord[]> {
  const found = await Promise.all(names.map((name) => filesAt(name, dirs)));
  const records: FileRecord[] = [];
  // One after the other: a folder may have thousands of files.
  for (const { name, file } of found.flat()) {
    records.push({ path: path.posix.join(prefix, name), ...(await digestOf(file)) });
  }
  return records.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Every file below a folder, by its path in it; links are not followed. */
export async function listFiles(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join("/"))
    .sort();
}

/** Whether two lists name the same files with the same bytes. */
export function areSameFiles(a: readonly FileRecord[], b: readonly FileRecord[]): boolean {
  const key = ({ path: name, sha256 }: FileRecord): string => `${sha256} ${name}`;
  const known = new Set(a.map(key));
  return known.size === b.length && b.every((record) => known.has(key(record)));
}

interface FoundFile {
  readonly name: string;
  readonly file: string;
}

async function filesAt(name: string, dirs: readonly string[]): Promise<readonly FoundFile[]> {
  for (const dir of dirs) {
    const file = path.join(dir, name);
    const stats = await lstat(file).catch(() => undefined);
    if (stats === undefined) continue;
    if (!stats.isDirectory()) return [{ name, file }];
    const inside = await listFiles(file);
    return inside.map((rest) => ({
      name: path.posix.join(name, rest),
      file: path.join(file, rest),
    }));
  }
  return [];
}

async function digestOf(file: string): Promise<Pick<FileRecord, "bytes" | "sha256">> {
  const hash = createHash("sha256");
  let bytes = 0;
  // A pipe would never end, and a link leads elsewhere: neither is a file that was made.
  if ((await lstat(file)).isFile()) {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      bytes += chunk.byteLength;
      hash.update(chunk);
    }
  }
  return { bytes, sha256: hash.digest("hex") };
}
