/**
 * Ctrl-C and its like. Input: what the system sends to this process; output: calls. The first signal
 * stops the run, which then clears up. One that follows within a second is taken for the same: a
 * terminal sends Ctrl-C to every process of the group, and npm and a launcher pass it on besides. One
 * that comes later is a person who will not wait.
 */
import { constants } from "node:os";

export type StopSignal = "SIGINT" | "SIGTERM" | "SIGHUP";

export interface SignalHandlers {
  /** Called once. */
  readonly onStop: (signal: StopSignal) => void;
  /** The person insists. */
  readonly onAgain: (signal: StopSignal) => void;
}

const SIGNALS: readonly StopSignal[] = ["SIGINT", "SIGTERM", "SIGHUP"];
const SAME_MS = 1_000;

export function heedSignals({ onStop, onAgain }: SignalHandlers): void {
  let state: "running" | "just stopped" | "stopping" = "running";
  const stopAt = (signal: StopSignal): void => {
    if (state === "stopping") onAgain(signal);
    if (state !== "running") return;
    state = "just stopped";
    setTimeout(() => {
      // Signals that came while this process was busy are dealt with before what is set here.
      setImmediate(() => {
        state = "stopping";
      }).unref();
    }, SAME_MS).unref();
    onStop(signal);
  };
  for (const signal of SIGNALS) process.on(signal, stopAt);
}

/**
 * Ends this process as the signal itself would, at once: also where threads are at work that cannot
 * be stopped, which `process.exit` waits for. What has to be done when a process exits is done.
 */
export function endBySignal(signal: StopSignal): void {
  process.removeAllListeners(signal);
  process.once("exit", () => process.kill(process.pid, signal));
  process.exit(exitCodeOfSignal(signal));
}

/** 128 + n, as shells tell it. */
export function exitCodeOfSignal(signal: StopSignal): number {
  return 128 + constants.signals[signal];
}
