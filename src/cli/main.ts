/** Runs the command in `process.argv`. The only module that touches `process` for a command. */
import { run } from "./run.ts";
import { Stopped, terminalStream } from "./terminal.ts";

/** Sets the exit code. */
export async function main(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      stop.abort(new Stopped(signal));
    });
  }
  process.exitCode = await run(process.argv.slice(2), {
    stdout: terminalStream(process.stdout),
    stderr: terminalStream(process.stderr),
    signal: stop.signal,
    sourceDateEpoch: process.env.SOURCE_DATE_EPOCH,
    isCi: !["", "0", "false", undefined].includes(process.env.CI),
  });
}
