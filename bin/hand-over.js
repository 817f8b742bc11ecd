/*
 * Runs a program in this one's place, and ends as it ends. Plain JavaScript that Node 20 understands.
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * A terminal sends its signals to the whole process group; one that is sent to this process alone
 * has to be passed on. Both happen at Ctrl-C: the child takes the two for one. This process outlives
 * the child, to tell its exit code: 128 + n where signal n has ended it.
 *
 * @type {(program: string, args: readonly string[]) => void}
 */
export function handOver(program, args) {
  const child = spawn(program, args, { stdio: "inherit" });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    process.stderr.write(`error: ${program} could not be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
  });
}
