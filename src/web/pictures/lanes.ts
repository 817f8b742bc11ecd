/**
 * Tasks side by side, a few at once, as each takes much memory. Input: tasks; output: nothing, when
 * all have ended. None is begun after one has failed or the signal has come.
 */

/** @throws what the first task threw that failed; the reason of `signal`. */
export async function runInLanes(
  tasks: readonly (() => Promise<void>)[],
  laneCount: number,
  signal?: AbortSignal,
): Promise<void> {
  const waiting = tasks.values();
  const failed = new AbortController();
  const work = async (): Promise<void> => {
    for (const task of waiting) {
      signal?.throwIfAborted();
      if (failed.signal.aborted) return;
      try {
        await task();
      } catch (error) {
        failed.abort();
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(laneCount, tasks.length) }, work));
}
