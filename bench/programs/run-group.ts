/**
 * Runs a program of other people's with a time limit. It is the head of a process group of its own,
 * and the whole group is ended with it: browsers and servers that it has started go too. Input:
 * program and arguments; output: how it ended and what it wrote. It fails only where nothing starts.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";

export interface GroupOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly timeLimitMs: number;
  readonly signal?: AbortSignal;
  /** Is handed the number of the group, which is that of its head. */
  readonly onStart?: (pid: number) => void;
}

export interface GroupResult {
  /** Undefined where a signal has ended it. */
  readonly code: number | undefined;
  readonly isOverTime: boolean;
  readonly wallMs: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What is kept of each stream: its end tells why a program failed. */
const KEPT_CHARS = 1_000_000;

/** @throws Error where the program cannot be started, and the signal's reason where it is aborted. */
export async function runGroup(
  program: string,
  args: readonly string[],
  { cwd, env, timeLimitMs, signal, onStart }: GroupOptions,
): Promise<GroupResult> {
  signal?.throwIfAborted();
  const startedMs = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: env ?? process.env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (child.pid !== undefined) onStart?.(child.pid);
  const written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      written[name] = (written[name] + text).slice(-KEPT_CHARS);
    });
  }
  // Both may come at once, so both are waited for from the start.
  const exited = once(child, "exit") as Promise<[number | null]>;
  const closed = once(child, "close");
  // One that cannot be started fails in both ways: the other says so.
  closed.catch(() => undefined);
  let isOverTime = false;
  const end = (): void => {
    endGroup(child.pid);
  };
  const timer = setTimeout(() => {
    isOverTime = true;
    end();
  }, timeLimitMs);
  signal?.addEventListener("abort", end, { once: true });
  try {
    // What it has started may hold the streams open after it: the group ends when it exits.
    const [code] = await exited;
    const wallMs = performance.now() - startedMs;
    end();
    await closed;
    signal?.throwIfAborted();
    return { code: code ?? undefined, isOverTime, wallMs, ...written };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // All of it has ended already.
  }
}
