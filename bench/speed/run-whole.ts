/**
 * Runs a program over a document as a whole process, and watches what it and all its processes take.
 * Input: a program that is ready, a document and where the PDF goes; output: the figures of the run.
 */
import { stat } from "node:fs/promises";
import type { Input, ReadyProgram } from "../programs/program.ts";
import { watchTree, type WatchedTree } from "../watch-tree.ts";

export interface WholeRun {
  readonly wallMs: number;
  /** Of the whole process tree, as far as it was seen: a process's last 50 ms may be missing. */
  readonly cpuMs: number;
  /** The most memory of the whole tree, shared memory counted once; 0 where it was not looked at. */
  readonly peakBytes: number;
  readonly sizeBytes: number;
}

const TIME_LIMIT_MS = 900_000;

/** @throws Error where the program makes no PDF. */
export async function runWhole(
  { convert }: ReadyProgram,
  input: Input,
  output: string,
  look: "times" | "memory",
): Promise<WholeRun> {
  let stop: (() => WatchedTree) | undefined;
  const { outcome, message, wallMs } = await convert(input, output, {
    timeLimitMs: TIME_LIMIT_MS,
    onStart: (pid) => {
      stop = watchTree(pid, { memory: look === "memory" });
    },
  });
  const watched = stop?.();
  if (outcome !== "made" || watched === undefined) {
    throw new Error(`no PDF was made: ${message ?? outcome}`);
  }
  const { cpuMs, peakBytes } = watched;
  return { wallMs, cpuMs, peakBytes, sizeBytes: (await stat(output)).size };
}
