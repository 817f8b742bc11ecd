/** Runs the command in `process.argv`. The only module that touches `process` for a command. */
import { writeSync } from "node:fs";
import { PublicationError } from "../errors.ts";
import { formatError } from "./error-text.ts";
import { askOn } from "./ask.ts";
import { openOnDesktop } from "./open-on-desktop.ts";
import { run } from "./run.ts";
import { endBySignal, heedSignals } from "./stop-signals.ts";
import { outputFault, Stopped, terminalStream } from "./terminal.ts";

/** What is still at work, or waits, so long after a run has ended is of no use to anyone. */
const LINGER_MS = 250;
/** A run that has not ended so long after it was stopped will not. */
const GIVE_UP_MS = 10_000;

/** Sets the exit code. */
export async function main(): Promise<void> {
  const stop = new AbortController();
  heedSignals({
    onStop: (signal) => {
      stop.abort(new Stopped(signal));
      setTimeout(() => {
        endBySignal(signal);
      }, GIVE_UP_MS).unref();
    },
    onAgain: endBySignal,
  });
  const stdout = terminalStream(process.stdout, (error) => {
    stop.abort(outputFault(error));
  });
  // Nobody is left to report to.
  const stderr = terminalStream(process.stderr, () => undefined);
  let isRunning = true;
  process.on("uncaughtException", (error) => {
    // What breaks while a run is being stopped is a consequence of the stop.
    if (isRunning) stop.abort(error);
    else if (!stop.signal.aborted) {
      stderr.write(formatError(error));
      process.exitCode = 1;
    }
  });
  // Node ends a program that waits for what cannot come, with a code of its own and without a word.
  process.once("beforeExit", () => {
    if (!isRunning) return;
    writeSync(process.stderr.fd, formatError(unfinished()));
    process.exit(1);
  });
  process.exitCode = await run(process.argv.slice(2), {
    stdout,
    stderr,
    signal: stop.signal,
    ask: askOn(process.stdin, process.stderr, stop.signal),
    open: openOnDesktop,
    sourceDateEpoch: process.env.SOURCE_DATE_EPOCH,
    isCi: !["", "0", "false", undefined].includes(process.env.CI),
  });
  isRunning = false;
  await stderr.flush();
  const reason: unknown = stop.signal.reason;
  setTimeout(() => {
    if (reason instanceof Stopped) endBySignal(reason.signal);
    else process.exit();
  }, LINGER_MS).unref();
}

function unfinished(): PublicationError {
  return new PublicationError("unfinished", "the command ended before its work did", {
    hint: "what it had not published is removed by the next run; try again, and report it if it comes back",
  });
}
