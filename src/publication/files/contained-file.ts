/**
 * Files that content names, and where they really are. Content is untrusted: a path may climb out
 * of its folder, and so may a symbolic link. Input: a folder and a path in it. Output: the real
 * path, or why there is none. It reads no file.
 */
import { realpath, stat } from "node:fs/promises";
import path from "node:path";

export type ContainedFile =
  | { readonly state: "found"; readonly realPath: string }
  | { readonly state: "missing" | "outside" | "not-a-file" };

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== "" && relative.split(path.sep)[0] !== ".." && !path.isAbsolute(relative);
}

/**
 * Finds `relativePath` (with `/` between folders) in `folder`. Links are followed, as long as they
 * stay in the folder. What cannot be looked at, for want of a right or because a name is too long,
 * is `missing`.
 */
export async function findContainedFile(
  folder: string,
  relativePath: string,
): Promise<ContainedFile> {
  // A backslash is a separator on Windows and a letter elsewhere: the same content would differ.
  if (/[\\\0]/u.test(relativePath)) return { state: "missing" };
  const file = path.resolve(folder, relativePath);
  if (!isInside(folder, file)) return { state: "outside" };
  try {
    const [realFolder, realFile] = await Promise.all([realpath(folder), realpath(file)]);
    if (!isInside(realFolder, realFile)) return { state: "outside" };
    // A pipe or a device would never end; a folder is none to read.
    if (!(await stat(realFile)).isFile()) return { state: "not-a-file" };
    return { state: "found", realPath: realFile };
  } catch {
    return { state: "missing" };
  }
}
