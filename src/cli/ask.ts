/** Questions to a person at a terminal. Input: its streams; output: a function, or none where nobody reads. */
import { createInterface } from "node:readline/promises";
import { isatty } from "node:tty";
import type { Ask } from "./terminal.ts";

/** What is asked goes to standard error, so that a result can go to a file. */
export function askOn(
  input: NodeJS.ReadStream & { readonly fd: number },
  output: NodeJS.WriteStream & { readonly fd: number },
  signal: AbortSignal,
): Ask | undefined {
  if (!isatty(input.fd) || !isatty(output.fd)) return undefined;
  return async (question) => {
    const lines = createInterface({ input, output });
    // At a prompt the terminal gives Ctrl-C to it, and no signal.
    lines.once("SIGINT", () => process.kill(process.pid, "SIGINT"));
    const { promise: stopped, reject } = Promise.withResolvers<never>();
    const stop = (): void => {
      reject(signal.reason);
    };
    signal.addEventListener("abort", stop, { once: true });
    // Ctrl-D: whoever ends the input has nothing to say.
    const ended = new Promise<string>((resolve) => {
      lines.once("close", () => {
        resolve("");
      });
    });
    try {
      signal.throwIfAborted();
      const answer = await Promise.race([lines.question(question), ended, stopped]);
      return answer.trim();
    } finally {
      signal.removeEventListener("abort", stop);
      lines.close();
    }
  };
}
