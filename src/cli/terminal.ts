/**
 * What the command line writes to, and what stops it: values, so that a command can be run without a
 * process of its own. Knows no command.
 */
import { constants } from "node:os";
import { isatty } from "node:tty";

export interface Terminal {
  readonly stdout: TerminalStream;
  readonly stderr: TerminalStream;
  /** Aborted with a `Stopped` when the person ends the run. */
  readonly signal: AbortSignal;
  /** The environment's SOURCE_DATE_EPOCH. */
  readonly sourceDateEpoch: string | undefined;
  /** The environment has CI set: every judge must run. */
  readonly isCi: boolean;
}

export interface TerminalStream {
  write(text: string): void;
  readonly isTTY: boolean;
  readonly hasColors: boolean;
  readonly columns: number | undefined;
}

/** The person (or the system) has ended the run. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  readonly exitCode: number;
  constructor(signal: "SIGINT" | "SIGTERM" | "SIGHUP") {
    super(`stopped by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

export function terminalStream(
  stream: NodeJS.WriteStream & { readonly fd: number },
): TerminalStream {
  // Not stream.isTTY, which is undefined where there is no terminal.
  const isTTY = isatty(stream.fd);
  return {
    write: (text) => {
      stream.write(text);
    },
    isTTY,
    hasColors: isTTY && process.env.NO_COLOR === undefined && stream.hasColors(),
    columns: isTTY ? stream.columns : undefined,
  };
}
