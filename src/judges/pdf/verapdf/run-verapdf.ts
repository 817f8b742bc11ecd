/**
 * Runs veraPDF once. Input: what to start, its options, the folder to run in; output: what it wrote
 * to its standard output. It reads no report: the exit code of a run that found faults, or could not
 * read a file, is not 0 either, so only the output tells whether veraPDF did its work.
 */
import { execFile, type ExecFileException } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { JudgeUnavailable } from "../../verdict/judge.ts";
import type { VeraPdf } from "./find-verapdf.ts";

const timeoutMs = 900_000;
const outputLimitBytes = 512 * 1024 * 1024;

/**
 * A validation takes seconds, so the quick compiler and the simple collector halve its time. The
 * encodings do not depend on the machine's language.
 */
const javaOptions = [
  "-XX:TieredStopAtLevel=1",
  "-XX:+UseSerialGC",
  "-Djava.awt.headless=true",
  "-Dfile.encoding=UTF-8",
  "-Dstdout.encoding=UTF-8",
];

export interface VeraPdfRun {
  readonly options: readonly string[];
  /** The folder to run in; whoever made it removes it. */
  readonly dir: string;
  readonly signal: AbortSignal;
}

/** @throws JudgeUnavailable where veraPDF could not run or wrote nothing. */
export async function runVeraPdf(
  veraPdf: VeraPdf,
  { options, dir, signal }: VeraPdfRun,
): Promise<string> {
  // veraPDF writes its settings to the home folder when it starts, and two that start at the same
  // time in one home break each other: each run has a home of its own.
  const home = `-Duser.home=${await mkdtemp(join(dir, "home-"))}`;
  const start: Start =
    veraPdf.kind === "jar"
      ? {
          program: veraPdf.java,
          args: [...javaOptions, home, "-jar", veraPdf.jar, ...options],
          environment: {},
        }
      : {
          program: veraPdf.program,
          args: options,
          // A script takes no options for Java; every Java reads this variable.
          environment: {
            JAVA_TOOL_OPTIONS: `${process.env.JAVA_TOOL_OPTIONS ?? ""} "${home}"`.trim(),
          },
        };
  return outputOf(start, dir, signal);
}

interface Start {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

function outputOf(
  { program, args, environment }: Start,
  dir: string,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      args,
      {
        cwd: dir,
        // Under another locale Java cannot open folders whose names are not ASCII.
        env: { ...process.env, LC_ALL: "C.UTF-8", ...environment },
        encoding: "utf8",
        maxBuffer: outputLimitBytes,
        timeout: timeoutMs,
        killSignal: "SIGKILL",
        signal,
      },
      (error, stdout, stderr) => {
        if (signal.aborted) reject(signal.reason as Error);
        else if (error !== null && !hasEnded(error)) {
          reject(new JudgeUnavailable(`veraPDF could not run: ${faultOf(error)}`));
        } else if (stdout.trim() === "") {
          reject(new JudgeUnavailable(`veraPDF gave no report: ${tellingLine(stderr)}`));
        } else resolve(stdout);
      },
    );
    child.stdin?.end();
  });
}

/** Whether the process came to an end of its own, with whatever exit code. */
function hasEnded(error: ExecFileException): boolean {
  return typeof error.code === "number" && error.killed !== true;
}

function faultOf(error: ExecFileException): string {
  if (error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return "its report is too long";
  if (error.killed === true) return `it took more than ${timeoutMs / 60_000} minutes`;
  if (error.signal) return `it was ended by ${error.signal}`;
  return tellingLine(error.message);
}

/** The last line that is neither a step of a stack trace nor Java's word on its own options. */
function tellingLine(text: string): string {
  const lines = text.split("\n").filter((line) => /^(?!Picked up )\S/.test(line));
  return lines.at(-1)?.trim() ?? "it said nothing";
}
