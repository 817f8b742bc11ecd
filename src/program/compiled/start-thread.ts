/**
 * Starts a thread in the compiled program: it stands in the place of `program/start-thread.ts`, and starts
 * what was compiled with the program. This module's place is that of the output.
 */
import { Worker } from "node:worker_threads";
import { fromSource } from "../from-source.ts";
import { threadOptions } from "../thread-options.ts";
import { threadFile } from "../threads.ts";

export function startThread(entry: URL, name: string): Worker {
  const file = `${threadFile(fromSource(entry))}.mjs`;
  return new Worker(new URL(file, import.meta.url), threadOptions(name));
}
