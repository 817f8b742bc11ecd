/**
 * Watches that a page goes forward: gives up when it could have worked for as long as is allowed, and
 * nothing came of it (see `work-clock.ts`). Input: a DevTools session of the page; output: a promise
 * that rejects then. It ends nothing itself.
 */
import type { CDPSession } from "puppeteer";
import { WorkClock, type PageAnswer } from "./work-clock.ts";

/** `working`: it had all that time. `silent`: the browser did not answer, for ever so long. */
export type Standing = "working" | "silent";

export interface StandstillWatch {
  /** Rejects with what `errorOf` makes of the reason. */
  readonly standing: Promise<never>;
  /** The page has gone forward. */
  readonly restart: () => void;
  readonly stop: () => void;
}

export interface StandstillOptions {
  readonly limitMs: number;
  /** @param seconds how long it stood, or was silent. */
  readonly errorOf: (reason: Standing, seconds: number) => Error;
  /** A clock that only goes forward, in milliseconds. */
  readonly now?: () => number;
}

/** Silence is allowed to be so many times as long as work without a result. */
const silenceFactor = 10;

const shortestTickMs = 20;
const longestTickMs = 1_000;
const ticksToLimit = 20;

export async function watchStandstill(
  session: CDPSession,
  { limitMs, errorOf, now = () => performance.now() }: StandstillOptions,
): Promise<StandstillWatch> {
  const { promise: standing, reject } = Promise.withResolvers<never>();
  // Whoever waits for the page's work waits for this too; without work nobody does.
  standing.catch(() => undefined);
  const tickMs = Math.min(longestTickMs, Math.max(shortestTickMs, limitMs / ticksToLimit));
  await session.send("Performance.enable", { timeDomain: "timeTicks" });
  const clock = new WorkClock(tickMs, now());
  let isAsking = false;
  const ask = async (): Promise<void> => {
    isAsking = true;
    clock.asked(now());
    try {
      // The browser interrupts a script that runs to answer this, however long the script takes.
      const answer = await session.send("Performance.getMetrics", undefined, { timeout: 0 });
      clock.answered(now(), answerOf(answer.metrics));
    } catch {
      // The page is gone: whoever closed it, or watches it, knows why.
    } finally {
      isAsking = false;
    }
  };
  const timer = setInterval(() => {
    clock.tick(now());
    const silenceMs = limitMs * silenceFactor;
    if (clock.workableMs >= limitMs) reject(errorOf("working", limitMs / 1000));
    else if (clock.silentMs(now()) >= silenceMs) reject(errorOf("silent", silenceMs / 1000));
    else if (!isAsking) void ask();
  }, tickMs);
  return {
    standing,
    restart: () => {
      clock.restart(now());
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}

function answerOf(metrics: readonly { name: string; value: number }[]): PageAnswer {
  const seconds = (name: string): number | undefined =>
    metrics.find((metric) => metric.name === name)?.value;
  const computed = seconds("ThreadTime");
  return {
    taskMs: (seconds("TaskDuration") ?? 0) * 1000,
    computedMs: computed === undefined ? undefined : computed * 1000,
  };
}
