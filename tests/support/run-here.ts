/** The command line run in this process, where a test can make parts of it break down. */
import { run } from "../../src/cli/run.ts";
import type { CommandResult } from "./project.ts";

/** @param args paths in them are absolute: the folder of this process stays as it is. */
export async function runHere(args: readonly string[]): Promise<CommandResult> {
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
  const code = await run(args, {
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    signal: new AbortController().signal,
    sourceDateEpoch: "0",
    isCi: false,
  });
  return { code, ...written };
}
