/** The command line run in this process, where a test can make parts of it break down. */
import { run } from "../../src/cli/run.ts";
import type { Ask, Terminal } from "../../src/cli/terminal.ts";
import type { CommandResult } from "./project.ts";

/**
 * @param args paths in them are absolute: the folder of this process stays as it is.
 * @param ask answers for the person; nobody does where it is undefined.
 */
export async function runHere(args: readonly string[], ask?: Ask): Promise<CommandResult> {
  const { terminal, written } = terminalHere(ask);
  const code = await run(args, terminal);
  return { code, ...written };
}

/** A terminal that nobody looks at, and what was written to it. */
export function terminalHere(ask?: Ask): {
  readonly terminal: Terminal;
  readonly written: { stdout: string; stderr: string };
} {
  const written = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr") => ({
    write: (content: string | Uint8Array) => {
      written[name] += typeof content === "string" ? content : Buffer.from(content).toString();
    },
    flush: () => Promise.resolve(),
    isTTY: false,
    hasColors: false,
    columns: undefined,
  });
  return {
    written,
    terminal: {
      stdout: stream("stdout"),
      stderr: stream("stderr"),
      signal: new AbortController().signal,
      ask,
      open: () => Promise.reject(new Error("there is no desktop")),
      sourceDateEpoch: "0",
      isCi: false,
    },
  };
}
