/**
 * The output folder, which one run at a time holds. Input: its path; output: the folder, with nothing
 * in it that an interrupted run has left half done. What is made goes into a staging folder and is
 * published from there as one step.
 */
import { hostname } from "node:os";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { waitForLock, type Lock } from "../files/lock.ts";
import {
  finishPublishing,
  isPublishing,
  JOURNAL_NAME,
  publishStaged,
  type PublishingStep,
} from "./publishing.ts";
import { openStaging, removeAbandoned, type Staging } from "./staging.ts";

export interface OutputFolder {
  readonly dir: string;
  openStaging(): Promise<Staging>;
  /** See `publishStaged`. */
  publish(staging: Staging, steps: readonly PublishingStep[]): Promise<void>;
  /** Removes what is left of this run and gives the folder back; may be called again. */
  release(): Promise<void>;
}

export interface OutputFolderOptions {
  readonly dir: string;
  /** What others are shown while they wait, e.g. `build`. */
  readonly command: string;
  readonly onNotice: (notice: string) => void;
  readonly signal: AbortSignal;
}

/** Name of the folder in a project that everything is made in. */
export const OUTPUT_DIR = "output";

const LOCK_NAME = ".session.lock";
const HOLDER_NAME = ".session.json";

/** Names in the output folder that are ours, not of what was made. */
export const SESSION_NAMES: ReadonlySet<string> = new Set([LOCK_NAME, HOLDER_NAME, JOURNAL_NAME]);

/** Who holds the folder, for whoever waits for it. It decides nothing. */
const holderSchema = z.object({
  command: z.string(),
  process: z.number(),
  host: z.string(),
  since: z.string(),
});

/**
 * Waits until no other run holds the folder, which is said once.
 * @throws PublicationError `lock-impossible`, `output-torn`; the reason of `signal`.
 */
export async function openOutputFolder(options: OutputFolderOptions): Promise<OutputFolder> {
  const { dir } = options;
  await mkdir(dir, { recursive: true });
  const lock = await takeLock(options);
  try {
    await settle(dir);
    const holder: z.infer<typeof holderSchema> = {
      command: options.command,
      process: process.pid,
      host: hostname(),
      since: new Date().toISOString(),
    };
    await writeFile(path.join(dir, HOLDER_NAME), `${JSON.stringify(holder)}\n`);
  } catch (error) {
    lock.release();
    throw error;
  }
  return {
    dir,
    openStaging: () => openStaging(dir),
    publish: (staging, steps) => publishStaged(dir, staging, steps),
    release: () => release(dir, lock),
  };
}

/**
 * For commands that only read the folder: finishes what an interrupted run has begun to publish, and
 * waits for a run that publishes just now. Does nothing, and makes nothing, otherwise.
 */
export async function settleOutputFolder(options: OutputFolderOptions): Promise<void> {
  if (!(await isPublishing(options.dir))) return;
  const lock = await takeLock(options);
  try {
    await settle(options.dir);
  } finally {
    lock.release();
  }
}

async function settle(dir: string): Promise<void> {
  await finishPublishing(dir);
  await removeAbandoned(dir);
}

/** Staging folders go, but for one whose files a journal still names. */
async function release(dir: string, lock: Lock): Promise<void> {
  try {
    if (!(await isPublishing(dir))) await removeAbandoned(dir);
    await rm(path.join(dir, HOLDER_NAME), { force: true });
  } finally {
    lock.release();
  }
}

function takeLock({ dir, onNotice, signal }: OutputFolderOptions): Promise<Lock> {
  return waitForLock(path.join(dir, LOCK_NAME), {
    signal,
    onWait: async () => {
      onNotice(`${dir} is in use${await holderOf(dir)}: waiting until it ends`);
    },
  });
}

/** ` by imprimatur build (process 12 on host, since 2026-11-29T12:00:00.000Z)`; empty where it is not known. */
async function holderOf(dir: string): Promise<string> {
  try {
    const text = await readFile(path.join(dir, HOLDER_NAME), "utf8");
    const { command, process: number, host, since } = holderSchema.parse(JSON.parse(text));
    return ` by imprimatur ${command} (process ${number} on ${host}, since ${since})`;
  } catch {
    return "";
  }
}
