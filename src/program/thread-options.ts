/** How threads of the program are started, compiled or not. */
import type { WorkerOptions } from "node:worker_threads";

export function threadOptions(name: string): WorkerOptions {
  // What this process was started with, such as a loader, is not for them.
  return { name, execArgv: [] };
}
