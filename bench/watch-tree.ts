/**
 * Watches a process and all that it starts while it runs. Input: the number of a process; output: the
 * processor time of all of them, and the most memory that they held together. Linux.
 */
import { ProcessTree, type ProcessFigures } from "./process-tree.ts";

export interface WatchedTree {
  /** Of all processes, up to the last look at each. */
  readonly cpuMs: number;
  /** The most of all together; 0 where memory was not looked at. */
  readonly peakBytes: number;
  /** The processes at the peak. */
  readonly atPeak: readonly ProcessFigures[];
}

export interface WatchOptions {
  /** Reading a process's memory stops it for a moment: where times count, it is left out. */
  readonly memory: boolean;
  readonly onPeak?: () => void;
}

const SAMPLE_MS = { memory: 100, times: 50 };

/** Begins at once. @returns what ends it, and gives the figures. */
export function watchTree(root: number, { memory, onPeak }: WatchOptions): () => WatchedTree {
  const tree = new ProcessTree(root);
  const cpuMs = new Map<number, number>();
  let peak: Omit<WatchedTree, "cpuMs"> = { peakBytes: 0, atPeak: [] };
  const look = (): void => {
    const processes = memory ? tree.readAll() : undefined;
    for (const each of processes ?? tree.readTimes()) cpuMs.set(each.pid, each.cpuMs);
    const bytes = processes?.reduce((sum, each) => sum + each.bytes, 0) ?? 0;
    if (processes === undefined || bytes <= peak.peakBytes) return;
    peak = { peakBytes: bytes, atPeak: processes };
    onPeak?.();
  };
  look();
  const timer = setInterval(look, memory ? SAMPLE_MS.memory : SAMPLE_MS.times);
  return () => {
    clearInterval(timer);
    return { cpuMs: [...cpuMs.values()].reduce((sum, each) => sum + each, 0), ...peak };
  };
}
