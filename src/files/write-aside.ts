/**
 * Writes one file aside, in its own folder, and moves it into place: what stood there stays until
 * the new file is whole and on the disk. Folders that are missing are made, and removed again where
 * the file cannot be written.
 */
import { randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import { mkdir, open, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";

/**
 * @param file no link: the file that is replaced, or made.
 * @param signal has an effect until the file is moved.
 * @throws what the system says, with everything as it was.
 */
export async function writeAside(
  file: string,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<void> {
  const dir = path.dirname(file);
  const firstMade = await mkdir(dir, { recursive: true });
  // A short name of its own: the file's, with more behind it, may be too long for the disk.
  const aside = path.join(dir, `.imprimatur-${randomUUID()}.part`);
  try {
    await writeNew(aside, bytes, await stat(file).catch(() => undefined));
    signal?.throwIfAborted();
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    if (firstMade !== undefined) await removeMade(dir, firstMade);
    throw error;
  }
}

/** @param former whose rights and owner the new file gets. */
async function writeNew(file: string, bytes: Uint8Array, former: Stats | undefined): Promise<void> {
  const handle = await open(file, "wx");
  try {
    if (former !== undefined) {
      // Only root can give files away; for others the file is theirs, as one that is made anew is.
      await handle.chown(former.uid, former.gid).catch(() => undefined);
      await handle.chmod(former.mode & 0o777);
    }
    await handle.writeFile(bytes);
    // Some disks tell only here that they are full.
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Those that are empty, from `dir` up to the first that was made. */
async function removeMade(dir: string, firstMade: string): Promise<void> {
  for (let at = dir; at.startsWith(firstMade); at = path.dirname(at)) {
    const isRemoved = await rmdir(at).then(
      () => true,
      () => false,
    );
    if (!isRemoved) return;
  }
}
