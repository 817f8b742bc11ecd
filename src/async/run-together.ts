/**
 * Tasks side by side, of which the first that fails stops the others. Input: tasks that stop at a
 * signal; output: their results in their order. No task goes on when this has ended.
 */
import { availableParallelism } from "node:os";

export interface TogetherOptions {
  /** How many run at once. */
  readonly limit: number;
  /** Stops every task of the session: aborted with what the first task threw. */
  readonly stop: AbortController;
}

/** How much that has a page of its own runs at once: each waits for the browser half of the time. */
export function pagesAtOnce(): number {
  return Math.max(2, Math.min(4, availableParallelism()));
}

/** @throws what the first task that failed threw, when all that were begun have ended. */
export async function runTogether<T>(
  tasks: readonly (() => Promise<T>)[],
  { limit, stop }: TogetherOptions,
): Promise<readonly T[]> {
  const results = new Map<number, T>();
  const waiting = tasks.entries();
  const work = async (): Promise<void> => {
    for (const [index, task] of waiting) {
      stop.signal.throwIfAborted();
      try {
        results.set(index, await task());
      } catch (error) {
        // What fails because another has failed says nothing new.
        if (!stop.signal.aborted) stop.abort(error);
        throw error;
      }
    }
  };
  const workers = Array.from({ length: Math.min(limit, tasks.length) }, work);
  await Promise.allSettled(workers);
  stop.signal.throwIfAborted();
  await Promise.all(workers);
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
