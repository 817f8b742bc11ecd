/**
 * A folder of installed packages that is made once for each list of versions. Input: the folder, what
 * is to be in it, and how it is made; output: nothing. A folder whose making broke off is made again.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** Exact versions by name. */
export type Versions = Readonly<Record<string, string>>;

const DONE = "installed.json";
export const INSTALL_LIMIT_MS = 600_000;

export async function keepInstall(
  dir: string,
  versions: Versions,
  install: () => Promise<void>,
): Promise<void> {
  const wanted = JSON.stringify(versions);
  const done = path.join(dir, DONE);
  if ((await readFile(done, "utf8").catch(() => "")) === wanted) return;
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  await install();
  await writeFile(done, wanted);
}
