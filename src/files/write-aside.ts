/**
 * Writes one file aside, in its own folder, and moves it into place: what stood there stays until
 * the new file is whole.
 */
import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

export async function writeAside(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const aside = `${file}.${randomUUID()}.part`;
  try {
    await writeFile(aside, bytes);
    await rename(aside, file);
  } finally {
    await rm(aside, { force: true });
  }
}
