/**
 * Files that a person gets to go on with. Input: their paths and texts; output: the files, each made
 * anew. What stands in a place is never replaced, also where another program puts it there meanwhile.
 */
import { mkdir, rm, rmdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { PublicationError } from "../errors.ts";
import { explainSystemError, systemErrorIn } from "../files/system-error.ts";

/**
 * @returns whether it was made; false where something stands there.
 * @throws what the system says.
 */
export async function writeNewFile(file: string, text: string): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (systemErrorIn(error)?.code === "EEXIST") return false;
    // What was written of it is no file to go on with.
    await rm(file, { force: true });
    throw error;
  }
}

/** Takes away files that this run has made, and folders that are empty without them. Does not throw. */
export async function takeBack(dir: string, files: readonly string[]): Promise<void> {
  for (const file of files.toReversed()) {
    await rm(file, { force: true }).catch(() => undefined);
    await removeEmpty(dir, path.dirname(file));
  }
}

async function removeEmpty(dir: string, folder: string): Promise<void> {
  if (!folder.startsWith(dir + path.sep)) return;
  const isGone = await rmdir(folder).then(
    () => true,
    () => false,
  );
  if (isGone) await removeEmpty(dir, path.dirname(folder));
}

/** What the system says of a folder, in words. */
export function explainFolder(folder: string, error: unknown): unknown {
  const systemError = error instanceof PublicationError ? undefined : systemErrorIn(error);
  if (systemError === undefined) return error;
  return explainSystemError(systemError, { what: `${folder} cannot be written`, file: folder });
}
