/**
 * What every command has: where it writes, what it says of itself, and how it ends. Input: the
 * terminal; output: a value that commands are given. It knows no command.
 */
import type { Report } from "../judges/verdict/finding.ts";
import { PublicationError } from "../errors.ts";
import { openOutput, type OutputFile } from "../files/output-file.ts";
import { createLog, silentLog, type Log } from "../log.ts";
import { formatJson } from "../report/json.ts";
import { formatReport } from "../report/terminal.ts";
import { untilAborted } from "../async/until-aborted.ts";
import { exitCodeOf, type ExitCode } from "./exit-code.ts";
import { parseSourceDateEpoch } from "./made-date.ts";
import type { Terminal } from "./terminal.ts";

/** The options that every command has. */
export interface OutputOptions {
  readonly json?: true;
  readonly quiet?: true;
}

export interface CommandContext extends Pick<Terminal, "signal" | "isCi" | "ask"> {
  /**
   * The folder that the program was started in, absolute: a path that starts from a folder that is
   * taken away meanwhile would be looked for without end.
   */
  projectDir(): string;
  /** The program's own folder, where its browser is unpacked. */
  readonly programDir: string;
  /** Of Imprimatur, e.g. `0.1.0`. */
  readonly version: string;
  /** What PDFs say made them, e.g. `Imprimatur 0.1.0`. */
  readonly producer: string;
  /** The date that PDFs carry. */
  date(): Date;
  /** Whether standard output shows colours. */
  readonly hasColors: boolean;
  logFor(options: OutputOptions): Log;
  /** To standard output. */
  say(text: string): void;
  /** To standard error: what is wrong, and what must not get into the output. */
  tell(text: string): void;
  sayJson(value: unknown): void;
  /** Shows it to the person; where that is not possible, that is said and is no fault. */
  show(target: string | undefined): Promise<void>;
  /** What is true where the run is stopped before it ends, e.g. `a.pdf was not written`. */
  ifStopped(words: string): void;
  /** Prints a report as the options ask for it, and ends with its exit code. */
  conclude(report: Report, options: OutputOptions, conclusion?: Conclusion): void;
  end(exitCode: ExitCode): void;
  /**
   * Where a command's result goes. Where that is standard output, what is said goes to standard error.
   * @param inputs what the result is made of.
   * @throws PublicationError where it cannot go there.
   */
  openResult(name: string, inputs: readonly string[], options: OutputOptions): Promise<OutputFile>;
}

/** What is said with a report on what was built. */
export interface Conclusion {
  /** Where to read more. */
  readonly reportFile: string;
  /** Not all editions were asked for, so that the verdict is on some. */
  readonly isPartial: boolean;
}

export interface Running {
  readonly context: CommandContext;
  readonly exitCode: () => ExitCode;
  /** What a stop of the run has left; undefined where no command has said so. */
  readonly leftByStop: () => string | undefined;
}

export function openContext(terminal: Terminal, version: string, programDir: string): Running {
  let exitCode: ExitCode = 0;
  let leftByStop: string | undefined;
  const { stdout, stderr, signal, isCi, ask, open, sourceDateEpoch } = terminal;
  let said = stdout;
  const context: CommandContext = {
    signal,
    isCi,
    ask,
    projectDir: () => process.cwd(),
    programDir,
    version,
    producer: `Imprimatur ${version}`,
    hasColors: stdout.hasColors,
    date: () => parseSourceDateEpoch(sourceDateEpoch),
    logFor: ({ json, quiet }) => (json || quiet ? silentLog : createLog(said)),
    say: (text) => {
      said.write(text);
    },
    tell: (text) => {
      stderr.write(text);
    },
    sayJson: (value) => {
      stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    conclude: (report, { json, quiet }, conclusion) => {
      exitCode = exitCodeOf(report);
      if (json) stdout.write(formatJson(report));
      else if (!quiet || exitCode !== 0) {
        const text = formatReport(report, {
          color: stdout.hasColors,
          ...(stdout.columns !== undefined && { width: stdout.columns }),
          ...(conclusion !== undefined && { reportFile: conclusion.reportFile }),
        });
        const others = conclusion?.isPartial
          ? "This is on the editions above alone: `imprimatur status` says what holds for the others.\n"
          : "";
        stdout.write(`${text}\n${others}`);
      }
    },
    show: async (target) => {
      if (target === undefined) {
        stderr.write("note: there is nothing to open\n");
        return;
      }
      await open(target).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        stderr.write(`note: ${target} cannot be opened here: ${reason}\n`);
      });
    },
    ifStopped: (words) => {
      leftByStop = words;
    },
    end: (code) => {
      exitCode = code;
    },
    openResult: async (name, inputs, { json }) => {
      const output = await openOutput(name, {
        inputs,
        signal,
        toStandardOutput: async (bytes) => {
          stdout.write(bytes);
          await untilAborted(stdout.flush(), signal);
          signal.throwIfAborted();
        },
      });
      if (output.isStandardOutput) {
        if (json) throw bothToStandardOutput();
        said = stderr;
      }
      leftByStop = `${output.name} was not written`;
      return {
        ...output,
        write: async (bytes) => {
          if (!output.isReplaced) leftByStop = `${output.name} was not written to the end`;
          await output.write(bytes);
          leftByStop = `${output.name} was written`;
        },
      };
    },
  };
  return { context, exitCode: () => exitCode, leftByStop: () => leftByStop };
}

function bothToStandardOutput(): PublicationError {
  return new PublicationError("usage", "--json and the result both want standard output", {
    hint: "give a file with --output, or leave out --json",
  });
}
