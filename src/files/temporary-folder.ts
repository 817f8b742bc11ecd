/**
 * Our folders in the system's folder for temporary files. Each is held by a lock of the system
 * while its run lives, so that what a killed run has left goes with the next run that needs such a
 * folder. Input: what it is for; output: the folder, empty but for its lock. It knows nothing of what
 * is put in there.
 *
 * A run that uses a folder, or removes one, holds its lock. Between a folder's making and its lock
 * another run may have taken it for abandoned: then it is another's, or has lost its name, and a new
 * one is made.
 */
import { lstat, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PublicationError } from "../errors.ts";
import { tryLock, type Lock } from "./lock.ts";
import { exists, isMissing } from "./missing.ts";

/** `browser`: a browser's profile; `verapdf`: what veraPDF is given to read. */
export type TemporaryKind = "browser" | "verapdf";

export interface TemporaryFolder {
  readonly dir: string;
  /** Removes it with all that is in it; may be called again. */
  readonly remove: () => Promise<void>;
}

const LOCK_NAME = ".held";
/** The name that a folder has while it is removed: nobody looks for it by its own. */
const REMOVED_SUFFIX = ".removed";
/** As `mkdtemp` gives them, and what a run that was killed had begun to remove. */
const ABANDONED_NAME = /^imprimatur-(?:browser|verapdf)-[A-Za-z0-9]{6}(?:\.removed)?$/;
/** Two runs hardly ever meet at one folder, and never time after time. */
const TRIES = 10;

/**
 * Removes what killed runs have left, and makes a folder that only this user can open.
 * @throws PublicationError where the system refuses it.
 */
export async function openTemporaryFolder(kind: TemporaryKind): Promise<TemporaryFolder> {
  await removeAbandoned();
  for (let tries = 0; tries < TRIES; tries++) {
    const dir = await mkdtemp(path.join(tmpdir(), `imprimatur-${kind}-`));
    const lock = await holdNew(dir);
    if (lock === undefined) continue;
    let removing: Promise<void> | undefined;
    return {
      dir,
      remove: () => (removing ??= removeHeld(dir, lock)),
    };
  }
  throw new PublicationError("lock-impossible", `no folder in ${tmpdir()} can be held`, {
    hint: "see that nothing else removes or locks files there, or set TMPDIR to another folder",
  });
}

/** Undefined where another run has taken the folder for abandoned. */
async function holdNew(dir: string): Promise<Lock | undefined> {
  const file = path.join(dir, LOCK_NAME);
  let lock: Lock | undefined;
  try {
    lock = tryLock(file);
  } catch (error) {
    if (await exists(dir)) throw error;
    return undefined;
  }
  // What was locked may have been removed between its opening and its lock.
  if (lock === undefined || (await exists(file))) return lock;
  lock.release();
  return undefined;
}

/** Whatever keeps a folder from being removed, this run can do without. */
async function removeAbandoned(): Promise<void> {
  const names = await readdir(tmpdir()).catch((): string[] => []);
  for (const name of names.filter((found) => ABANDONED_NAME.test(found))) {
    await removeIfAbandoned(path.join(tmpdir(), name)).catch(() => undefined);
  }
}

async function removeIfAbandoned(dir: string): Promise<void> {
  const found = await lstat(dir);
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) return;
  if (dir.endsWith(REMOVED_SUFFIX)) {
    await removeAll(dir);
    return;
  }
  const lock = tryLock(path.join(dir, LOCK_NAME));
  if (lock !== undefined) await removeHeld(dir, lock);
}

/** The name goes first: a run that waits for the lock sees then that the folder is gone. */
async function removeHeld(dir: string, lock: Lock): Promise<void> {
  const removed = `${dir}${REMOVED_SUFFIX}`;
  try {
    // Windows moves no folder with an open file in it, and none that another has locked meanwhile.
    if (process.platform === "win32") lock.release();
    await rename(dir, removed).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  } finally {
    lock.release();
  }
  await removeAll(removed);
}

/** A browser's helpers may still write there while they end. */
function removeAll(dir: string): Promise<void> {
  return rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
