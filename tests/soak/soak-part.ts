/** What a part of the soak says of its runs, and the chance that they are drawn by. */

export interface SoakPart {
  readonly runs: number;
  /** How many runs ended in which way. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** What must not be, one sentence each. */
  readonly faults: readonly string[];
}

export class Tally {
  readonly #outcomes = new Map<string, number>();
  readonly #faults: string[] = [];
  #runs = 0;

  add(outcome: string): void {
    this.#runs += 1;
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
  }

  fault(sentence: string): void {
    this.#faults.push(sentence);
  }

  result(): SoakPart {
    return {
      runs: this.#runs,
      outcomes: Object.fromEntries([...this.#outcomes].sort()),
      faults: this.#faults,
    };
  }
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Runs tasks two at a time, in their order. */
export async function inTwos<T>(
  items: readonly T[],
  run: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const work = async (): Promise<void> => {
    for (const item of waiting) await run(item);
  };
  await Promise.all([work(), work()]);
}
