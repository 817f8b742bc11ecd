/**
 * A folder of results that is replaced as a whole, and never together with anything else. Input: its
 * place, the name of the file by which a folder is known to be ours, and which other names are;
 * output: a folder beside it to write to, which is moved into place at the end.
 */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, realpath, rename, rm } from "node:fs/promises";
import path from "node:path";
import { PublicationError } from "../errors.ts";

export interface FolderShape {
  /** A file that stands in each folder that was made here. */
  readonly marker: string;
  /** Whether a file of this name may be thrown away with the folder. */
  readonly isOurs: (name: string) => boolean;
}

/**
 * Makes the folder anew with what `write` puts into the folder it is given. Where `write` fails, all
 * is as it was.
 * @throws PublicationError `output-not-ours` where the folder has other files in it, or is a file.
 */
export async function replaceFolder(
  folder: string,
  shape: FolderShape,
  write: (dir: string) => Promise<void>,
): Promise<void> {
  // Where it is a link, the folder that it leads to is replaced.
  const place = await realpath(folder).catch(() => path.resolve(folder));
  await checkOurs(place, folder, shape);
  const aside = `${place}.${randomUUID()}.part`;
  try {
    await mkdir(aside, { recursive: true });
    await write(aside);
    // Again: somebody may have put a file there in the meantime.
    const former = `${aside}-former`;
    const hadFormer = await checkOurs(place, folder, shape);
    if (hadFormer) await rename(place, former);
    try {
      await rename(aside, place);
    } catch (error) {
      if (hadFormer) await rename(former, place);
      throw error;
    }
    await rm(former, { recursive: true, force: true });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Whether there is a folder; it is empty, or was made here and has nothing else in it. */
async function checkOurs(
  place: string,
  folder: string,
  { marker, isOurs }: FolderShape,
): Promise<boolean> {
  let names: readonly string[];
  try {
    names = await readdir(place);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return false;
    throw code === "ENOTDIR" ? notOurs(folder, "it is a file") : error;
  }
  if (names.length === 0) return true;
  const other = names.find((name) => name !== marker && !isOurs(name));
  if (other !== undefined) throw notOurs(folder, `it has other files in it, such as ${other}`);
  if (!names.includes(marker)) throw notOurs(folder, `it has no ${marker} in it`);
  return true;
}

function notOurs(folder: string, why: string): PublicationError {
  return new PublicationError("output-not-ours", `${folder} is not replaced: ${why}`, {
    hint: "give another folder with --output, or move what is in it",
  });
}
