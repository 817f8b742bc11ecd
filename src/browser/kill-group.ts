/** Ends a browser with all its helpers, which are one group of processes. */
import type { ChildProcess } from "node:child_process";

/** At once: helpers of a browser that was killed, or is stopped, do not see that it ends. */
export function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // All of them have ended.
  }
}
