/**
 * What the command line writes to, and what stops it: values, so that a command can be run without a
 * process of its own. Knows no command.
 */
import { isatty } from "node:tty";
import { PublicationError } from "../errors.ts";
import { explainSystemError, systemErrorIn } from "../files/system-error.ts";
import { exitCodeOfSignal, type StopSignal } from "./stop-signals.ts";

export interface Terminal {
  readonly stdout: TerminalStream;
  readonly stderr: TerminalStream;
  /**
   * Aborted with a `Stopped` when the person ends the run, with an `OutputFault` when what it says
   * reaches nobody, and with anything else when something has broken where nobody waited for it.
   */
  readonly signal: AbortSignal;
  /** Asks the person; undefined where nobody can answer. */
  readonly ask: Ask | undefined;
  readonly open: OpenOnDesktop;
  /** The environment's SOURCE_DATE_EPOCH. */
  readonly sourceDateEpoch: string | undefined;
  /** The environment has CI set: every judge must run. */
  readonly isCi: boolean;
}

export interface TerminalStream {
  /** Where that is not possible, the terminal's signal says so. */
  write(content: string | Uint8Array): void;
  /** Waits until all has been handed over. Does not throw. */
  flush(): Promise<void>;
  readonly isTTY: boolean;
  readonly hasColors: boolean;
  readonly columns: number | undefined;
}

/**
 * Asks one question on a line of its own.
 * @returns the answer without spaces round it; empty where the person gave none.
 * @throws the reason of the terminal's signal.
 */
export type Ask = (question: string) => Promise<string>;

/** @param target an absolute path, or an address of this machine. @throws where nothing can show it. */
export type OpenOnDesktop = (target: string) => Promise<void>;

/** The person (or the system) has ended the run. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  readonly signal: StopSignal;
  readonly exitCode: number;
  constructor(signal: StopSignal) {
    super(`stopped by ${signal}`);
    this.signal = signal;
    this.exitCode = exitCodeOfSignal(signal);
  }
}

/** Standard output takes nothing more: it cannot be reported there. */
export class OutputFault extends PublicationError {
  override readonly name = "OutputFault";
}

/** @param error what a write to standard output has failed with. */
export function outputFault(error: unknown): OutputFault {
  const what = "standard output takes no more";
  const hint = "send it to a program that reads to the end, or to a file on a disk with room";
  const systemError = systemErrorIn(error);
  if (systemError === undefined) return new OutputFault("output-closed", what, { hint });
  const { code, message, cause } = explainSystemError(systemError, { what });
  return new OutputFault(code, message, { hint, cause });
}

/** @param onFault called once, where the stream takes nothing more: its reader has gone, its disk is full. */
export function terminalStream(
  stream: NodeJS.WriteStream & { readonly fd: number },
  onFault: (error: unknown) => void,
): TerminalStream {
  // Not stream.isTTY, which is undefined where there is no terminal.
  const isTTY = isatty(stream.fd);
  let hasFailed = false;
  const fail = (error: unknown): void => {
    if (hasFailed) return;
    hasFailed = true;
    onFault(error);
  };
  stream.on("error", fail);
  const write = (content: string | Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      const settle = (error: unknown): void => {
        if (error instanceof Error) fail(error);
        resolve();
      };
      try {
        if (hasFailed) resolve();
        else stream.write(content, settle);
      } catch (error) {
        // A file's stream may throw at once.
        settle(error);
      }
    });
  return {
    write: (content) => void write(content),
    flush: () => write(""),
    isTTY,
    hasColors: isTTY && process.env.NO_COLOR === undefined && stream.hasColors(),
    columns: isTTY ? stream.columns : undefined,
  };
}
