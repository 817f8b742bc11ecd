/**
 * What a process and all that it has started take. Input: the number of a process; output: memory
 * and time of each process of its tree, as Linux counts them in /proc. What ends while it is looked
 * at is left out. It starts and stops nothing.
 */
import { readdirSync, readFileSync } from "node:fs";

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

/**
 * The processes that come from one, looked at again and again. Only new processes and its own are read
 * each time: looking must take little of the time that is measured, so files are read at once, without
 * other threads.
 */
export class ProcessTree {
  /** One stays a member when its parent ends and another takes it over. */
  readonly #members: Set<number>;
  readonly #others = new Set<number>();

  constructor(root: number) {
    this.#members = new Set([root]);
  }

  /** Of those that still run. */
  readTimes(): readonly ProcessTime[] {
    return [...this.#stats()].map(([pid, { cpuMs }]) => ({ pid, cpuMs }));
  }

  /** The same with memory, which takes longer to read than all else. */
  readAll(): readonly ProcessFigures[] {
    const figures = [...this.#stats()].map(([pid, { cpuMs }]): ProcessFigures => {
      const memory = read(pid, "smaps_rollup") || read(pid, "status");
      const kind = kindOfProcess(read(pid, "cmdline"));
      return { pid, kind, bytes: parseMemory(memory), cpuMs };
    });
    return figures.filter(({ bytes }) => bytes > 0);
  }

  #stats(): ReadonlyMap<number, Stat> {
    const stats = new Map<number, Stat>();
    const fresh = new Map<number, Stat>();
    for (const name of readdirSync("/proc")) {
      const pid = Number(name);
      if (Number.isNaN(pid) || this.#others.has(pid)) continue;
      const text = read(pid, "stat");
      if (text === "") continue;
      (this.#members.has(pid) ? stats : fresh).set(pid, parseStat(text));
    }
    for (let before = -1; before !== stats.size;) {
      before = stats.size;
      for (const [pid, stat] of fresh) {
        if (!this.#members.has(stat.parent)) continue;
        this.#members.add(pid);
        stats.set(pid, stat);
        fresh.delete(pid);
      }
    }
    for (const pid of fresh.keys()) this.#others.add(pid);
    return stats;
  }
}

/** Empty where the process has ended. */
function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}
