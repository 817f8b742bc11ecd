/**
 * The command line in a process group and with a temporary folder of its own, as a terminal starts
 * it: what it leaves behind when it is stopped can be seen, whoever else runs beside it (Linux).
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const PROGRAM = path.join(ROOT, "bin/imprimatur.js");

export interface WatchedOptions {
  readonly cwd: string;
  /** What is started; the command line on this Node.js by default. */
  readonly command?: readonly [program: string, ...args: string[]];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ended {
  /** As a shell tells it: 128 + n where signal n has ended the process. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface WatchedRun extends AsyncDisposable {
  readonly pid: number;
  readonly tmp: string;
  readonly ended: Promise<Ended>;
  readonly hasEnded: () => boolean;
  /** What it has written so far. */
  readonly stdout: () => string;
  /** As a reader does that has read enough. */
  readonly closeStdout: () => void;
  /** To all processes of its group, as Ctrl-C does. */
  readonly sendToGroup: (signal: NodeJS.Signals) => void;
  /** To the process that was started, and to no other. */
  readonly send: (signal: NodeJS.Signals) => void;
  /** Waits until `isReached`, or fails where the process ends before. */
  readonly until: (isReached: () => Promise<boolean> | boolean) => Promise<void>;
  /** Until its browser has a profile. */
  readonly untilBrowser: () => Promise<void>;
  /** What is in its temporary folder; the cache of tsx does not count. */
  readonly leftInTmp: () => Promise<readonly string[]>;
  /** Its processes that still run, and those of its browser. */
  readonly processes: () => Promise<readonly RunningProcess[]>;
}

export interface RunningProcess {
  readonly pid: number;
  readonly command: string;
}

const SIGNAL_NUMBERS: Readonly<Partial<Record<NodeJS.Signals, number>>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGKILL: 9,
  SIGTERM: 15,
};

export async function watchRun(
  args: readonly string[],
  { cwd, command = [process.execPath, PROGRAM], env = {} }: WatchedOptions,
): Promise<WatchedRun> {
  const tmp = await mkdtemp(path.join(tmpdir(), "imprimatur-watched-"));
  const cache = `tsx-${process.getuid?.() ?? 0}`;
  await symlink(path.join(tmpdir(), cache), path.join(tmp, cache));
  const [program, ...first] = command;
  const child = spawn(program, [...first, ...args], {
    cwd,
    env: { ...process.env, TMPDIR: tmp, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} cannot be started`);
  const written = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (written.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (written.stderr += text));
  let hasEnded = false;
  const ended = once(child, "close").then(([code, signal]): Ended => {
    hasEnded = true;
    const number = SIGNAL_NUMBERS[signal as NodeJS.Signals] ?? 0;
    return { code: (code as number | null) ?? 128 + number, ...written };
  });
  const until: WatchedRun["until"] = async (isReached) => {
    while (!(await isReached())) {
      if (hasEnded) throw new Error(`it ended too early: ${written.stdout}${written.stderr}`);
      await sleep(20);
    }
  };
  const leftInTmp = async (): Promise<readonly string[]> =>
    (await readdir(tmp)).filter((name) => name !== cache);
  const processes = (): Promise<readonly RunningProcess[]> => processesWith(tmp);
  return {
    pid,
    tmp,
    ended,
    hasEnded: () => hasEnded,
    stdout: () => written.stdout,
    closeStdout: () => child.stdout.destroy(),
    sendToGroup: (signal) => process.kill(-pid, signal),
    send: (name) => {
      signal(pid, name);
    },
    until,
    untilBrowser: () =>
      until(async () => (await leftInTmp()).some((name) => name.startsWith("imprimatur-browser-"))),
    leftInTmp,
    processes,
    [Symbol.asyncDispose]: async () => {
      for (const { pid: left } of await processes()) signal(left, "SIGKILL");
      await ended;
      await rm(tmp, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Processes that were given this temporary folder, or one in it. */
async function processesWith(tmp: string): Promise<readonly RunningProcess[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      // What has ended and waits to be noticed has no environment any more.
      const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
      if (!environment.includes(`TMPDIR=${tmp}`)) return [];
      const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      return line === "" ? [] : [{ pid, command: line.replaceAll("\0", " ").trim() }];
    }),
  );
  return found.flat();
}

/** Nothing happens where it has ended meanwhile. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
