/**
 * Tasks side by side, of which the first that fails stops the others. Input: tasks that heed a
 * signal; output: their results in their order. No task goes on when this has ended.
 */

export interface TogetherOptions {
  /** How many run at once. */
  readonly limit: number;
  /** Stops every task of the session: aborted with what the first task threw. */
  readonly stop: AbortController;
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
