import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { heedSignals, type StopSignal } from "../../../src/cli/stop-signals.ts";

const SIGNALS: readonly StopSignal[] = ["SIGINT", "SIGTERM", "SIGHUP"];
let heard: string[];
let former: ReadonlyMap<StopSignal, readonly NodeJS.SignalsListener[]>;

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  former = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]));
  // No signal is sent, and nobody but these is to hear of one.
  for (const signal of SIGNALS) process.removeAllListeners(signal);
  heedSignals({
    onStop: (signal) => heard.push(`stop ${signal}`),
    onAgain: (signal) => heard.push(`again ${signal}`),
  });
});

afterEach(() => {
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    for (const listener of former.get(signal) ?? []) process.on(signal, listener);
  }
  vi.useRealTimers();
});

describe("a signal", () => {
  it.each(SIGNALS)("stops the run: %s", (signal) => {
    process.emit(signal, signal);
    expect(heard).toEqual([`stop ${signal}`]);
  });

  it("that comes again within a second, or with another, is the same", () => {
    process.emit("SIGINT", "SIGINT");
    process.emit("SIGINT", "SIGINT");
    vi.advanceTimersByTime(900);
    process.emit("SIGINT", "SIGINT");
    process.emit("SIGHUP", "SIGHUP");
    expect(heard).toEqual(["stop SIGINT"]);
  });

  it("that comes later ends the run at once", () => {
    process.emit("SIGTERM", "SIGTERM");
    vi.advanceTimersByTime(1_100);
    process.emit("SIGINT", "SIGINT");
    expect(heard).toEqual(["stop SIGTERM", "again SIGINT"]);
  });

  it("that waited while the process was busy is the same", () => {
    process.emit("SIGINT", "SIGINT");
    // The timer is due, and the events that have waited come next.
    vi.advanceTimersByTime(1_000);
    process.emit("SIGINT", "SIGINT");
    expect(heard).toEqual(["stop SIGINT"]);
    vi.advanceTimersByTime(1);
    process.emit("SIGINT", "SIGINT");
    expect(heard).toEqual(["stop SIGINT", "again SIGINT"]);
  });
});
