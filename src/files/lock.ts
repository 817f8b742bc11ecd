/**
 * A lock that one process at a time can hold, on a file of its own. The system gives it back when the
 * holder ends, however it ends, so there is no lock that nobody holds, and nothing goes by process
 * numbers, which two containers can share. Input: a path; output: the lock, or that another has it.
 *
 * Node.js has no call for locks of the system. SQLite, which comes with it, takes them (fcntl, and
 * LockFileEx on Windows) for each transaction: one that stays open is such a lock. Nothing is written.
 */
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { PublicationError } from "../errors.ts";

export interface Lock {
  /** May be called again. */
  readonly release: () => void;
}

export interface WaitForLockOptions {
  readonly signal: AbortSignal;
  /** Called once, where the lock is not to be had at once. */
  readonly onWait: () => Promise<void> | void;
}

/** https://www.sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;
const RETRY_MS = 200;

/**
 * @param file is made where it is missing, and its folder is not: a run that wants a lock may not make
 *   anew what another has removed. It stays empty, and stays: who removes the file of a lock gives it
 *   to two.
 * @returns undefined where another holds it, in this process or another.
 * @throws PublicationError `lock-impossible` where the file cannot be made or locked.
 */
export function tryLock(file: string): Lock | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    // Without a journal in a file, which a holder that is killed would leave.
    database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (cause) {
    database?.close();
    if (resultCodeOf(cause) === SQLITE_BUSY) return undefined;
    throw new PublicationError("lock-impossible", `${file} cannot be locked: ${wordsOf(cause)}`, {
      hint: "see that its folder can be written to, and is on a disk of this machine",
      cause,
    });
  }
  const held = database;
  return {
    release: () => {
      if (held.isOpen) held.close();
    },
  };
}

/**
 * Waits until the lock is to be had.
 * @throws what `tryLock` throws, and the reason of `signal`.
 */
export async function waitForLock(
  file: string,
  { signal, onWait }: WaitForLockOptions,
): Promise<Lock> {
  signal.throwIfAborted();
  const first = tryLock(file);
  if (first !== undefined) return first;
  await onWait();
  for (;;) {
    await sleep(RETRY_MS, undefined, { signal }).catch(() => {
      signal.throwIfAborted();
    });
    const lock = tryLock(file);
    if (lock !== undefined) return lock;
  }
}

/** Extended codes have the primary one in their lowest byte. */
function resultCodeOf(error: unknown): number | undefined {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode & 0xff
    : undefined;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
