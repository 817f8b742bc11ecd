/**
 * Asks a browser that would not start why: runs it once more by itself, on an empty page, and reads
 * what it says. (Over a pipe, puppeteer passes on nothing of it.)
 */
import { spawn } from "node:child_process";
import { killGroup } from "./kill-group.ts";

const linesKept = 12;
/** Of each stream, the last that it wrote. */
const mostCharacters = 64 * 1024;

export interface Probed {
  /** Whether it went on, or has shown the page, and so can start. */
  readonly hasStarted: boolean;
  /** The last lines that it wrote before it ended, or why it could not be run; may be empty. */
  readonly said: string;
}

/** @param timeoutMs it is ended where it goes on for longer. */
export function probeBrowser(
  executablePath: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  timeoutMs: number,
): Promise<Probed> {
  return new Promise((resolve) => {
    const child = spawn(executablePath, [...args, "--headless", "--dump-dom", "about:blank"], {
      env: { ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, whose helpers end with it: they would write into its folder afterwards.
      detached: process.platform !== "win32",
    });
    const written = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (part: string) => {
        written[stream] = (written[stream] + part).slice(-mostCharacters);
      });
    }
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      killGroup(child);
    }, Math.ceil(timeoutMs));
    const finish = (code: number | null, why: string): void => {
      clearTimeout(timer);
      const said = written.stderr.trim().split("\n").slice(-linesKept).join("\n");
      resolve({
        // Some Chromium never ends of itself, also when it has shown the page.
        hasStarted: isLate || (code === 0 && written.stdout.includes("<html")),
        said: said || why,
      });
    };
    child.once("error", (error) => {
      finish(null, error.message);
    });
    child.once("exit", () => {
      killGroup(child);
    });
    child.once("close", (code) => {
      finish(code, code === null ? "a signal ended it" : `it ended with the exit code ${code}`);
    });
  });
}

/**
 * Whether the browser ended because it could not build its sandbox. The sentences are Chromium's
 * (content/browser/zygote_host, sandbox/linux/services/credentials.cc).
 */
export function isSandboxFault(said: string): boolean {
  return /No usable sandbox|without --no-sandbox is not supported|Failed to move to new namespace|SUID sandbox helper|credentials\.cc.*Check failed|sandbox_host_linux|zygote_host_impl_linux/.test(
    said,
  );
}
