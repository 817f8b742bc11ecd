/** The processes of the browser of a watched run: whom a test ends or stops (Linux). */
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { RunningProcess, WatchedRun } from "./watched-run.ts";

/** The browser itself, which all others belong to. */
export function isMain({ command }: RunningProcess): boolean {
  return command.includes("--remote-debugging-pipe") && !command.includes("--type=");
}

/** What a page runs in. */
export function isRenderer({ command }: RunningProcess): boolean {
  return command.includes("--type=renderer");
}

/** Sends a signal to those that there are, once there is one. */
export async function sendToBrowser(
  run: WatchedRun,
  isMeant: (running: RunningProcess) => boolean,
  signal: NodeJS.Signals | 0,
): Promise<void> {
  await run.until(async () => {
    const meant = (await descendantsOf(run.pid)).filter(isMeant);
    for (const { pid } of meant) process.kill(pid, signal);
    return meant.length > 0;
  });
}

/** Ends whatever pages there are, as long as the run lasts: the first may be none of its own. */
export async function endPages(run: WatchedRun): Promise<void> {
  while (!run.hasEnded()) {
    await endRenderers(run.pid);
    await sleep(20);
  }
}

/** Ends what the pages run in that there are under a process. */
export async function endRenderers(root: number): Promise<void> {
  for (const { pid } of (await descendantsOf(root)).filter(isRenderer)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Until it has a page. */
export async function untilPage(run: WatchedRun): Promise<void> {
  await sendToBrowser(run, isRenderer, 0);
}

/** Waits until none of the run's processes runs; fails after ten seconds, which no machine needs. */
export async function untilNoneRuns(run: WatchedRun): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await run.processes()).length === 0) return;
    await sleep(100);
  }
  throw new Error(`still running: ${(await run.processes()).map(({ pid }) => pid).join()}`);
}

/** A browser's renderers have no environment that could be read, but a line of parents. */
async function descendantsOf(root: number): Promise<readonly RunningProcess[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map<number, number>();
  for (const pid of pids) {
    // What has ended meanwhile has no parent any more.
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    // The name before it may hold anything, also brackets.
    const [, parent = "0"] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    parents.set(pid, Number(parent));
  }
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || isOurs(parents.get(pid)));
  return Promise.all(
    pids.filter(isOurs).map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      return { pid, command: line.replaceAll("\0", " ").trim() };
    }),
  );
}
