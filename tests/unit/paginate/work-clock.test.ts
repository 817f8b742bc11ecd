import { describe, expect, it } from "vitest";
import { WorkClock, type PageAnswer } from "../../../src/paginate/work-clock.ts";

const tickMs = 100;

/** What happens in one tick of a page: how it answers, and how late. */
interface Tick {
  /** How long our own clock took for it. */
  readonly tookMs?: number;
  /** How long its thread had a task, and computed; no answer where it is undefined. */
  readonly answer?: Readonly<{ taskMs: number; computedMs: number | undefined }>;
  /** How long the answer took. */
  readonly delayMs?: number;
}

/** A page that ticks as it is told: asked at each tick's begin, unless it still owes an answer. */
function clockAfter(ticks: readonly Tick[]): { clock: WorkClock; now: number } {
  let now = 0;
  let total: PageAnswer = { taskMs: 0, computedMs: 0 };
  const clock = new WorkClock(tickMs, now);
  clock.answered(now, total);
  let isAsked = false;
  for (const { tookMs = tickMs, answer, delayMs = 1 } of ticks) {
    if (!isAsked) clock.asked(now);
    isAsked = answer === undefined;
    if (answer !== undefined) {
      total = {
        taskMs: total.taskMs + answer.taskMs,
        computedMs:
          answer.computedMs === undefined ? undefined : (total.computedMs ?? 0) + answer.computedMs,
      };
      clock.answered(now + delayMs, total);
    }
    now += tookMs;
    clock.tick(now);
  }
  return { clock, now };
}

const times = (count: number, tick: Tick): Tick[] => Array.from({ length: count }, () => tick);
const idle: Tick = { answer: { taskMs: 0, computedMs: 0 } };

describe("time in which a page could have worked", () => {
  it("is all of it while the page waits for nothing", () => {
    expect(clockAfter(times(50, idle)).clock.workableMs).toBeCloseTo(4_900, -2);
  });

  it("is all of it while a script works without end", () => {
    const endless = { answer: { taskMs: tickMs, computedMs: tickMs } };
    expect(clockAfter(times(50, endless)).clock.workableMs).toBeCloseTo(4_900, -2);
  });

  it("is what the page computed, where others had the processor", () => {
    const starved = { answer: { taskMs: tickMs, computedMs: 10 }, delayMs: 80 };
    const { workableMs } = clockAfter(times(50, starved)).clock;
    expect(workableMs).toBeGreaterThanOrEqual(490);
    expect(workableMs).toBeLessThan(700);
  });

  it("is none while the page's process stands still, in a task or between two", () => {
    const stopped = times(50, {});
    const { clock: between } = clockAfter([idle, ...stopped, { ...idle, delayMs: 1 }]);
    expect(between.workableMs).toBeLessThan(2 * tickMs);
    const woken = { answer: { taskMs: 5_000, computedMs: 3 } };
    const { clock: inTask } = clockAfter([idle, ...stopped, woken]);
    expect(inTask.workableMs).toBeLessThan(2 * tickMs);
  });

  it("is one tick where this process was stopped or busy for long", () => {
    const { clock } = clockAfter([{ ...idle, tookMs: 60_000 }, idle]);
    expect(clock.workableMs).toBeLessThanOrEqual(2 * tickMs);
  });

  it("is what it computed in one task that answers nothing meanwhile", () => {
    const { clock } = clockAfter([
      ...times(30, {}),
      { answer: { taskMs: 3_000, computedMs: 2_900 }, delayMs: 0 },
    ]);
    expect(clock.workableMs).toBeCloseTo(2_900, -2);
  });

  it("counts without the thread's own clock, where the browser has none", () => {
    const working = { answer: { taskMs: tickMs, computedMs: undefined } };
    expect(clockAfter(times(20, working)).clock.workableMs).toBeCloseTo(1_900, -2);
  });

  it("begins anew with each page, and with a new process", () => {
    const { clock, now } = clockAfter(times(10, idle));
    clock.restart(now);
    expect(clock.workableMs).toBe(0);
    clock.asked(now);
    clock.answered(now + 1, { taskMs: 0, computedMs: 0 });
    expect(clock.workableMs).toBeLessThanOrEqual(1);
  });

  it("knows for how long it has heard nothing", () => {
    const { clock, now } = clockAfter([idle, ...times(20, {})]);
    expect(clock.silentMs(now)).toBeGreaterThanOrEqual(2_000);
    expect(clock.silentMs(now)).toBeLessThan(2_000 + tickMs);
    clock.restart(now);
    expect(clock.silentMs(now)).toBe(0);
  });
});
