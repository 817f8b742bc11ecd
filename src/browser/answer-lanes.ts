/**
 * Answers to a page, a few at a time: a file travels to the browser as text, several times its size,
 * and a page asks for all its pictures at once. Input: answers; output: when each has been given.
 */
export class AnswerLanes {
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Begins the answer when there is room, in the order of asking. */
  async run(answer: () => Promise<void>): Promise<void> {
    if (this.#busy >= this.#most) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#busy += 1;
    try {
      await answer();
    } finally {
      // Its room goes to who waits longest.
      const next = this.#waiting.shift();
      if (next === undefined) this.#busy -= 1;
      else next();
    }
  }
}
