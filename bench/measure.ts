/**
 * Runs several ways to do one thing in turns, so that what else the machine does meets them all alike.
 * Input: the ways; output: what each of them gave, round by round. It knows no PDF.
 */

export interface Measured<Result> {
  readonly medianMs: number;
  readonly result: Result;
}

/**
 * `rounds` rounds of all ways, one after the other. Each round begins with another way, so that none
 * always comes after the same one.
 * @returns for each way, in their order, its results in the order of rounds.
 */
export async function takeTurns<Result>(
  ways: readonly (() => Promise<Result>)[],
  rounds: number,
): Promise<readonly (readonly Result[])[]> {
  const results: Result[][] = ways.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < ways.length; turn++) {
      const index = (turn + round) % ways.length;
      const way = ways[index];
      if (way !== undefined) results[index]?.push(await way());
    }
  }
  return results;
}

/**
 * The median time of each way, and what it made last: one round that does not count, then `rounds`
 * that do.
 */
export async function measureInTurns<Result>(
  ways: readonly (() => Promise<Result>)[],
  rounds: number,
): Promise<readonly Measured<Result>[]> {
  const timed = ways.map((way) => async () => {
    const start = performance.now();
    const result = await way();
    return { result, timeMs: performance.now() - start };
  });
  const taken = await takeTurns(timed, rounds + 1);
  return taken.map((runs) => {
    const last = runs.at(-1);
    if (last === undefined) throw new RangeError("a way made nothing");
    return { medianMs: median(runs.slice(1).map(({ timeMs }) => timeMs)), result: last.result };
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
