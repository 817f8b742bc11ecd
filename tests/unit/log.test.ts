import { describe, expect, it } from "vitest";
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

  it("rewrites the line of the running stage on a terminal", async () => {
    const { written, stream } = recorder(true);
    await createLog(stream).stage("layout", (update) => {
      update("1 pages");
      return Promise.resolve();
    });
    expect(written).toHaveLength(3);
    expect(written.every((text) => text.startsWith("\r\u001B[2K"))).toBe(true);
    expect(written.filter((text) => text.endsWith("\n"))).toHaveLength(1);
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
