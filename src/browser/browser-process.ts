/**
 * A browser's processes: they are started with a pipe of messages in both directions, hear nothing of
 * a terminal, and end together. Input: the program and its arguments; output: its process, what it
 * writes, and how it ends. It speaks to nobody: see `pipe-transport.ts`.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Duplex } from "node:stream";
import { killGroup } from "./kill-group.ts";

const linesKept = 12;
/** Of what it writes, the last. */
const mostCharacters = 64 * 1024;
const closeTimeoutMs = 5_000;

export interface BrowserEnd {
  /** Undefined where a signal ended it, or where it could not be run. */
  readonly code?: number;
  readonly signal?: NodeJS.Signals;
  /** The last lines that it wrote, or why it could not be run; may be empty. */
  readonly said: string;
}

export interface BrowserProcess {
  readonly child: ChildProcess;
  /** What it reads messages from, and what it writes them to (its file descriptors 3 and 4). */
  readonly messages: { readonly toBrowser: Duplex; readonly fromBrowser: Duplex };
  /** When it and all its helpers have ended. Never rejects. */
  readonly ended: Promise<BrowserEnd>;
  /** Ends it and its helpers at once. */
  readonly kill: () => void;
  /**
   * Waits for its end, and then ends it and its helpers: that signal is not said. Never rejects.
   * @param waitMs five seconds by default
   */
  readonly end: (waitMs?: number) => Promise<BrowserEnd>;
}

export function startBrowserProcess(
  executablePath: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): BrowserProcess {
  const child = spawn(executablePath, [...args], {
    env: { ...environment },
    stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
    // A group of its own: Ctrl-C reaches this process alone, and helpers can be ended with it.
    detached: process.platform !== "win32",
  });
  const [, , , toBrowser, fromBrowser] = child.stdio;
  if (!(toBrowser instanceof Duplex) || !(fromBrowser instanceof Duplex)) {
    throw new Error("pipes beside the usual three are streams in both directions");
  }
  const kill = (): void => {
    killGroup(child);
  };
  // A process that ends without a word to its browser.
  process.once("exit", kill);
  const ended = readEnd(child).finally(() => process.off("exit", kill));
  // A helper that does not see the end of a browser that was killed goes on writing into its folders.
  child.once("exit", () => {
    kill();
    toBrowser.destroy();
  });
  return {
    child,
    messages: { toBrowser, fromBrowser },
    ended,
    kill,
    end: async (waitMs = closeTimeoutMs) => {
      const end = await waitAtMost(ended, waitMs);
      if (end !== undefined) return end;
      kill();
      const { said = "" } = (await waitAtMost(ended, closeTimeoutMs)) ?? {};
      return { said };
    },
  };
}

async function readEnd(child: ChildProcess): Promise<BrowserEnd> {
  let written = "";
  child.stdout?.resume();
  child.stderr?.setEncoding("utf8").on("data", (part: string) => {
    written = (written + part).slice(-mostCharacters);
  });
  try {
    // Not before all that hold its stderr have ended, which are its helpers.
    const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
    return {
      ...(code !== null && { code }),
      ...(signal !== null && { signal }),
      said: written.trim().split("\n").slice(-linesKept).join("\n"),
    };
  } catch (error) {
    return { said: error instanceof Error ? error.message : String(error) };
  }
}

/** A timer keeps this process from ending before: a promise alone does not. */
async function waitAtMost<T>(awaited: Promise<T>, timeoutMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const isLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, undefined);
  });
  const first = await Promise.race([awaited, isLate]);
  clearTimeout(timer);
  return first;
}

/** Whether somebody else ended it: it said nothing of why, and did not break down by itself. */
export function wasEndedByOthers({ signal }: BrowserEnd): boolean {
  return signal === "SIGKILL" || signal === "SIGTERM" || signal === "SIGINT" || signal === "SIGHUP";
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
