/**
 * Nothing half-made is ever seen under output/: what a run makes is written aside, in a folder of a
 * random name next to its place. Input: the output folder, which the caller holds; output: the
 * folder. Moving what is in it into place is in `publishing.ts`.
 */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { isMissing } from "../files/missing.ts";

const PREFIX = ".making-";

/** A name that `openStaging` gives; whatever else a journal names is not ours. */
export const STAGING_NAME = /^\.making-[\da-f-]{36}$/;

export interface Staging {
  /** Its name in the output folder. */
  readonly name: string;
  /** The folder to write to. */
  readonly dir: string;
  /** Whether it is still there, and no other has been put in its place. */
  readonly isThere: () => Promise<boolean>;
}

export async function openStaging(outputDir: string): Promise<Staging> {
  const name = `${PREFIX}${randomUUID()}`;
  const dir = path.join(outputDir, name);
  await mkdir(dir);
  const { ino } = await stat(dir);
  return {
    name,
    dir,
    isThere: () =>
      stat(dir).then(
        (found) => found.ino === ino,
        () => false,
      ),
  };
}

/**
 * Removes what runs that were killed have left. Whoever calls it holds the output folder, so no
 * other run has a folder there.
 */
export async function removeAbandoned(outputDir: string): Promise<void> {
  for (const name of await namesIn(outputDir)) {
    if (!name.startsWith(PREFIX)) continue;
    // Threads of a run that was stopped may still write a picture there.
    await rm(path.join(outputDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A folder that somebody has removed has nothing in it that could be abandoned. */
async function namesIn(outputDir: string): Promise<readonly string[]> {
  try {
    return await readdir(outputDir);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
