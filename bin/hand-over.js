/*
 * Runs a program in this one's place, and ends as it ends. Plain JavaScript that Node 20 understands.
 */
import { spawn } from "node:child_process";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** @type {(program: string, args: readonly string[]) => void} */
export function handOver(program, args) {
  const child = spawn(program, args, { stdio: "inherit" });
  // A terminal sends its signals to the whole process group; one sent to this process alone has
  // to be passed on, and this process must outlive the child to tell its exit code.
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    process.stderr.write(`error: ${program} could not be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}
