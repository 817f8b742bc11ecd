/**
 * What a process and all that it has started take. Input: the number of a process; output: memory
 * and time of each process of its tree, as Linux counts them in /proc. What ends while it is looked
 * at is left out. It starts and stops nothing.
 */
import { readdir, readFile } from "node:fs/promises";

export interface ProcessFigures {
  readonly pid: number;
  /** What it is for, e.g. `node` or, of the browser, `renderer`. */
  readonly kind: string;
  /** Memory that several processes share counts in each of them by its part alone (PSS). */
  readonly bytes: number;
  /** Processor time so far. */
  readonly cpuMs: number;
}

/** Ticks of a second in /proc, on every Linux that runs Node.js. */
const TICKS_PER_SECOND = 100;

interface Stat {
  readonly parent: number;
  readonly cpuMs: number;
}

/** @param text a line of /proc/PID/stat: the name in it may hold spaces and brackets. */
export function parseStat(text: string): Stat {
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { parent: Number(fields[1]), cpuMs: (ticks * 1000) / TICKS_PER_SECOND };
}

/** @param text /proc/PID/smaps_rollup, or /proc/PID/status where there is none. */
export function parseMemory(text: string): number {
  const kibibytes = /^(?:Pss|VmRSS):\s*(\d+) kB$/mu.exec(text)?.[1];
  return Number(kibibytes ?? 0) * 1024;
}

/** @param commandLine words with NUL between them, as /proc/PID/cmdline has them. */
export function kindOfProcess(commandLine: string): string {
  const words = commandLine.split("\0");
  const type = words.find((word) => word.startsWith("--type="))?.slice("--type=".length);
  if (type !== undefined) return type;
  const program = words[0]?.split("/").at(-1) ?? "";
  return program.split(" ")[0] ?? "";
}

export type ProcessTime = Pick<ProcessFigures, "pid" | "cpuMs">;

/** The same without memory, which takes longer to read than all else. */
export async function readTimes(root: number): Promise<readonly ProcessTime[]> {
  const stats = await readStats();
  return descendants(root, stats).map((pid) => ({ pid, cpuMs: stats.get(pid)?.cpuMs ?? 0 }));
}

/** Processes that come from `root`, itself first where it still runs. */
export async function readTree(root: number): Promise<readonly ProcessFigures[]> {
  const stats = await readStats();
  const members = descendants(root, stats);
  const figures = await Promise.all(
    members.map(async (pid): Promise<ProcessFigures> => {
      const read = (name: string): Promise<string> =>
        readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "");
      const memory = (await read("smaps_rollup")) || (await read("status"));
      const kind = kindOfProcess(await read("cmdline"));
      return { pid, kind, bytes: parseMemory(memory), cpuMs: stats.get(pid)?.cpuMs ?? 0 };
    }),
  );
  return figures.filter(({ bytes }) => bytes > 0);
}

async function readStats(): Promise<ReadonlyMap<number, Stat>> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/u.test(name)).map(Number);
  const stats = new Map<number, Stat>();
  for (const pid of pids) {
    const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
    if (text !== undefined) stats.set(pid, parseStat(text));
  }
  return stats;
}

function descendants(root: number, stats: ReadonlyMap<number, Stat>): readonly number[] {
  const found = new Set(stats.has(root) ? [root] : []);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const [pid, { parent }] of stats) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}
