/**
 * Times several ways to do one thing, in turns, so that what else the machine does meets them all
 * alike. Input: the ways; output: the median time of each, and what it made. It knows no PDF.
 */

export interface Measured<Result> {
  readonly medianMs: number;
  readonly result: Result;
}

/**
 * One round that does not count, then `rounds` that do. Each round begins with another way, so that
 * none always comes after the same one.
 * @returns one measurement for each way, in their order.
 */
export async function measureInTurns<Result>(
  ways: readonly (() => Promise<Result>)[],
  rounds: number,
): Promise<readonly Measured<Result>[]> {
  const results = new Map<number, Result>();
  const times: number[][] = ways.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < ways.length; turn++) {
      const index = (turn + round) % ways.length;
      const start = performance.now();
      const result = await ways[index]?.();
      const timeMs = performance.now() - start;
      if (result !== undefined) results.set(index, result);
      if (round > 0) times[index]?.push(timeMs);
    }
  }
  return ways.map((_, index) => {
    const result = results.get(index);
    if (result === undefined) throw new RangeError("a way made nothing");
    return { medianMs: median(times[index] ?? []), result };
  });
}

/** @throws RangeError where there are no values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError("no values");
  return (lower + upper) / 2;
}
