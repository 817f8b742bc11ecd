import { EventEmitter } from "node:events";
import type { CDPSession } from "puppeteer";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchStandstill, type Standing } from "../../../src/paginate/standstill-watch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const limitMs = 60_000;

class Given extends Error {
  readonly reason: Standing;
  readonly seconds: number;
  constructor(reason: Standing, seconds: number) {
    super(reason);
    this.reason = reason;
    this.seconds = seconds;
  }
}

/** A session of which `answer` is asked for the page's metrics; its clock is that of the timers. */
async function watch(answer: () => Promise<unknown>) {
  const session = Object.assign(new EventEmitter(), {
    send: (method: string) => (method === "Performance.getMetrics" ? answer() : Promise.resolve()),
  }) as unknown as CDPSession;
  const watching = await watchStandstill(session, {
    limitMs,
    errorOf: (reason, seconds) => new Given(reason, seconds),
    now: () => Date.now(),
  });
  let given: unknown;
  watching.standing.catch((error: unknown) => {
    given = error;
  });
  return { ...watching, given: () => given };
}

const metrics = (seconds: number) => ({
  metrics: [
    { name: "TaskDuration", value: seconds },
    { name: "ThreadTime", value: seconds },
  ],
});

describe("watchStandstill", () => {
  it("gives a page up that answers, and does nothing for as long as it may", async () => {
    const { given, stop } = await watch(() => Promise.resolve(metrics(1)));
    await vi.advanceTimersByTimeAsync(limitMs - 5_000);
    expect(given()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(given()).toMatchObject({ reason: "working", seconds: 60 });
    stop();
  });

  it("gives none up that goes forward", async () => {
    const { given, restart, stop } = await watch(() => Promise.resolve(metrics(1)));
    for (let page = 0; page < 10; page++) {
      await vi.advanceTimersByTimeAsync(limitMs / 2);
      restart();
    }
    expect(given()).toBeUndefined();
    stop();
  });

  it("waits ten times as long for a browser that does not answer", async () => {
    const { given, stop } = await watch(() => new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(limitMs * 9);
    expect(given()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(limitMs * 2);
    expect(given()).toMatchObject({ reason: "silent", seconds: 600 });
    stop();
  });

  it("says nothing after it was stopped", async () => {
    const { given, stop } = await watch(() => Promise.resolve(metrics(1)));
    stop();
    await vi.advanceTimersByTimeAsync(limitMs * 20);
    expect(given()).toBeUndefined();
  });
});
