/**
 * Counts the time in which a page could have worked. Input: our own clock's ticks, and the page's
 * answers to the question how long its main thread has had tasks, and how long it has computed;
 * output: milliseconds. Pure: it asks nobody.
 *
 * What does not count: time in which this process did not come to itself (a tick that comes late is
 * one tick), in which the page did not answer, or in which its thread had a task and no processor.
 * What the thread has computed counts in any case, so that endless work comes to an end.
 */

export interface PageAnswer {
  /** How long tasks have run on the page's main thread, by the clock on the wall. */
  readonly taskMs: number;
  /** How long the thread has computed, where the browser knows it. */
  readonly computedMs: number | undefined;
}

/** A page that is free answers sooner. */
const promptMs = 50;

export class WorkClock {
  readonly #tickMs: number;
  #now: number;
  /** Time of our own, without what a late tick missed. */
  #ownMs = 0;
  #askedMs: number | undefined;
  #heardMs = 0;
  #last: PageAnswer | undefined;
  #workableMs = 0;

  constructor(tickMs: number, now: number) {
    this.#tickMs = tickMs;
    this.#now = now;
  }

  /** @param now milliseconds of a clock that only goes forward. */
  tick(now: number): void {
    this.#ownMs = this.#ownNow(now);
    this.#now = now;
  }

  asked(now: number): void {
    this.#askedMs = this.#ownNow(now);
  }

  answered(now: number, answer: PageAnswer): void {
    const heardMs = this.#ownNow(now);
    const spanMs = heardMs - this.#heardMs;
    const delayMs = heardMs - (this.#askedMs ?? heardMs);
    // In a new process the page begins to count anew.
    const taskMs = Math.max(0, answer.taskMs - (this.#last?.taskMs ?? answer.taskMs));
    const computedMs =
      answer.computedMs === undefined
        ? taskMs
        : Math.max(0, answer.computedMs - (this.#last?.computedMs ?? answer.computedMs));
    const heldUpMs = Math.max(0, taskMs - computedMs);
    const freeMs = spanMs - heldUpMs - (delayMs > promptMs ? delayMs : 0);
    this.#workableMs += Math.min(spanMs, Math.max(computedMs, freeMs));
    this.#heardMs = heardMs;
    this.#askedMs = undefined;
    this.#last = answer;
  }

  /** The page has gone forward. */
  restart(now: number): void {
    this.#workableMs = 0;
    this.#heardMs = this.#ownNow(now);
  }

  /** Since the last restart. */
  get workableMs(): number {
    return this.#workableMs;
  }

  /** How long the page has not been heard of. */
  silentMs(now: number): number {
    return this.#ownNow(now) - this.#heardMs;
  }

  #ownNow(now: number): number {
    return this.#ownMs + Math.min(now - this.#now, this.#tickMs);
  }
}
