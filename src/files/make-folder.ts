/**
 * Folders below one that is there. Input: that folder, and a path below it; output: the folders of
 * the path. It never makes the first folder anew: where another has removed it, the run is to fail.
 * (`mkdir` with `recursive` would make it anew; below a current folder that was removed it never ends.)
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";

/**
 * @param below a relative path that does not leave `folder`.
 * @returns the path of the innermost folder.
 * @throws the system's error `ENOENT` where `folder` is not there.
 */
export async function makeFolderBelow(folder: string, below: string): Promise<string> {
  let made = path.resolve(folder);
  for (const name of path.normalize(below).split(path.sep)) {
    if (name === "" || name === ".") continue;
    made = path.join(made, name);
    await mkdir(made).catch((error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    });
  }
  return made;
}
