import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLog } from "../../src/log.ts";

function recorder(isTTY: boolean): {
  readonly written: string[];
  readonly stream: Parameters<typeof createLog>[0];
} {
  const written: string[] = [];
  return {
    written,
    stream: {
      isTTY,
      write: (text) => {
        written.push(text);
      },
    },
  };
}

describe("createLog", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("writes one plain line a stage where there is no terminal", async () => {
    const { written, stream } = recorder(false);
    const log = createLog(stream);
    const result = await log.stage("layout", (update) => {
      update("3 pages");
      log.notice("no sandbox");
      return Promise.resolve(3);
    });
    expect(result).toBe(3);
    expect(written.join("")).toMatch(/^note: no sandbox\nlayout +3 pages +\d+\.\d s\n$/);
  });

  it("rewrites the line of the running stage on a terminal, ten times a second at most", async () => {
    const { written, stream } = recorder(true);
    await createLog(stream).stage("layout", (update) => {
      for (let page = 1; page <= 200; page += 1) {
        update(`${page} pages`);
        vi.advanceTimersByTime(10);
      }
      // Nothing comes for a while.
      update("201 pages");
      vi.advanceTimersByTime(1000);
      expect(written.at(-1)).toContain("201 pages");
      return Promise.resolve();
    });
    expect(written.length).toBeGreaterThan(20);
    expect(written.length).toBeLessThan(24);
    expect(written.every((text) => text.startsWith("\r\u001B[2K"))).toBe(true);
    expect(written.filter((text) => text.endsWith("\n"))).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    expect(written.at(-1)).toMatch(/201 pages.*\n$/);
  });

  it("says that a stage failed, and throws on", async () => {
    const { written, stream } = recorder(false);
    const failing = createLog(stream).stage("layout", () => Promise.reject(new Error("broken")));
    await expect(failing).rejects.toThrow("broken");
    expect(written.join("")).toMatch(/^layout +failed\n$/);
  });

  it("shows the stages that still run when one of several ends", async () => {
    const { written, stream } = recorder(true);
    const log = createLog(stream);
    const slow = Promise.withResolvers<undefined>();
    const first = log.stage("report", () => slow.promise);
    await log.stage("large print", () => Promise.resolve());
    expect(written.at(-1)).toContain("report");
    slow.resolve(undefined);
    await first;
    expect(written.at(-1)).toMatch(/report.*\n$/);
  });
});
