/**
 * How long judging may take, and what ends it. Input: work and its limit; output: what the work gave,
 * or the reason why it gave nothing. It knows no judge and closes nothing.
 *
 * Three limits nest: one judge, all judges of one page or file (the target), and the run as a whole,
 * which a person ends. Whatever answers no signal is left behind: nothing that is judged can hold a run.
 */

export interface TimeLimits {
  /** One judge, on one page or file, in one way of meeting it. */
  readonly judgeTimeoutMs: number;
  /** All judges of one page or file. Of a folder each page has as much. */
  readonly targetTimeoutMs: number;
}

/**
 * A page of 20,000 elements takes the slowest judge a few seconds on two cores, and half a minute
 * where twenty programs share them. What takes longer than these hardly ever ends.
 */
export const DEFAULT_TIME_LIMITS: TimeLimits = timeLimits(120_000);

/** A target has as long as five judges: what stops one judge mostly stops some others too. */
export function timeLimits(judgeTimeoutMs: number): TimeLimits {
  return { judgeTimeoutMs, targetTimeoutMs: 5 * judgeTimeoutMs };
}

/** How long a page may take to load, before it is judged as it stands, or refused: at most this. */
export function timeToLoad({ judgeTimeoutMs }: TimeLimits): number {
  return judgeTimeoutMs / 4;
}

/** Thrown where the time of a judge or a target is up; `message` is the reason that reports show. */
export class TimeIsUp extends Error {
  override readonly name = "TimeIsUp";
}

/** How long what was asked to stop may take to put away what it holds, e.g. a folder it made. */
const GRACE_MS = 5_000;

export interface TimeFrame {
  readonly timeoutMs: number;
  /** What ends it besides, with the reason that is thrown then. */
  readonly signals: readonly (AbortSignal | undefined)[];
}

/**
 * Does the work, which is handed a signal of its own, for as long as it may take.
 *
 * @throws TimeIsUp when it takes longer; the reason of a signal that ends it.
 */
export async function withinTime<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  { timeoutMs, signals }: TimeFrame,
): Promise<Result> {
  const given = signals.filter((signal) => signal !== undefined);
  for (const signal of given) signal.throwIfAborted();
  const own = new AbortController();
  const ended = Promise.withResolvers<never>();
  const end = (reason: unknown): void => {
    own.abort(reason);
    ended.reject(reason);
  };
  const onAbort = (event: Event): void => {
    end((event.target as AbortSignal).reason);
  };
  for (const signal of given) signal.addEventListener("abort", onAbort);
  const timer = setTimeout(() => {
    end(new TimeIsUp(`did not finish within ${formatDuration(timeoutMs)}`));
  }, timeoutMs);
  const working = (async () => work(own.signal))();
  try {
    return await Promise.race([working, ended.promise]);
  } catch (error) {
    if (own.signal.aborted) await settle(working);
    throw error;
  } finally {
    clearTimeout(timer);
    for (const signal of given) signal.removeEventListener("abort", onAbort);
  }
}

/** Waits until the work has stopped, but not for ever. What becomes of it no longer counts. */
async function settle(working: Promise<unknown>): Promise<void> {
  const grace = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => {
    grace.resolve(undefined);
  }, GRACE_MS);
  await Promise.race([working.then(noop, noop), grace.promise]);
  clearTimeout(timer);
}

/** Does the work with a signal that is aborted when the time of a target is up. */
export async function withinTarget<Result>(
  { targetTimeoutMs }: TimeLimits,
  work: (targetSignal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const target = new AbortController();
  const timer = setTimeout(() => {
    const limit = formatDuration(targetTimeoutMs);
    target.abort(new TimeIsUp(`did not finish: the ${limit} of a page or file were over`));
  }, targetTimeoutMs);
  try {
    return await work(target.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** `90 seconds`, `2 minutes`. */
export function formatDuration(ms: number): string {
  const isMinutes = ms >= 60_000 && ms % 60_000 === 0;
  const count = isMinutes ? ms / 60_000 : ms / 1_000;
  return `${count} ${isMinutes ? "minute" : "second"}${count === 1 ? "" : "s"}`;
}

function noop(): undefined {
  return undefined;
}
