/**
 * Starts a thread from a module of the program. Input: where the module is; output: the thread, which does
 * not hold the process. Node reads its source as it is: so it is in tests and wherever sources are run. The
 * compiled program has it compiled, and `compiled/start-thread.ts` in the place of this module.
 */
import { Worker } from "node:worker_threads";
import { threadOptions } from "./thread-options.ts";

/** @param entry a module that `program/threads.ts` finds */
export function startThread(entry: URL, name: string): Worker {
  return new Worker(entry, threadOptions(name));
}
