/**
 * Asks a browser that would not start why: runs it once more by itself, on an empty page, and reads
 * what it says. (Over a pipe, puppeteer passes on nothing of it.)
 */
import { execFile } from "node:child_process";

const linesKept = 12;

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
    execFile(
      executablePath,
      [...args, "--headless", "--dump-dom", "about:blank"],
      { env: { ...environment }, timeout: Math.ceil(timeoutMs), killSignal: "SIGKILL" },
      (error, stdout, stderr) => {
        const said = stderr.trim().split("\n").slice(-linesKept).join("\n");
        resolve({
          // Some Chromium never ends of itself, also when it has shown the page.
          hasStarted: error === null ? stdout.includes("<html") : error.killed === true,
          said: said || (error?.message ?? ""),
        });
      },
    );
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
