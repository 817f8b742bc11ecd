/**
 * Nothing half-made is ever seen under output/: what a run makes is written aside, in a folder
 * next to its place, and moved when the run has come to its end. Input: the output folder. A run
 * that fails or is stopped leaves what was there before.
 */
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";

const PREFIX = ".making-";

export interface Staging {
  /** The folder to write to. */
  readonly dir: string;
  /**
   * Moves each named file or folder (paths relative to `dir`) to the same path under the output
   * folder, in place of what stood there.
   */
  publish(names: readonly string[]): Promise<void>;
  /** Removes the folder and what is left in it; may be called again. */
  discard(): Promise<void>;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Removes what a run that was killed has left; another run that still goes on keeps its folder. */
async function removeAbandoned(outputDir: string): Promise<void> {
  for (const name of await readdir(outputDir)) {
    if (!name.startsWith(PREFIX)) continue;
    if (!isAlive(Number(name.slice(PREFIX.length)))) {
      await rm(path.join(outputDir, name), { recursive: true, force: true });
    }
  }
}

/** @returns whether there was something to move. */
async function moveIfPresent(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

/** Opens a staging folder in `outputDir`, which is made if it is missing. */
export async function openStaging(outputDir: string): Promise<Staging> {
  await mkdir(outputDir, { recursive: true });
  await removeAbandoned(outputDir);
  const dir = path.join(outputDir, `${PREFIX}${process.pid}`);
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir);
  const formerDir = path.join(dir, ".former");
  return {
    dir,
    async publish(names) {
      await mkdir(formerDir, { recursive: true });
      for (const [index, name] of names.entries()) {
        const place = path.join(outputDir, name);
        await mkdir(path.dirname(place), { recursive: true });
        const former = path.join(formerDir, String(index));
        // Two renames, so that the time in which nothing stands there is as short as can be.
        const hadFormer = await moveIfPresent(place, former);
        try {
          await rename(path.join(dir, name), place);
        } catch (error) {
          if (hadFormer) await rename(former, place);
          throw error;
        }
      }
    },
    discard: () => rm(dir, { recursive: true, force: true }),
  };
}
