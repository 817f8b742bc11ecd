import { readFile } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { runGroup } from "../../../../bench/programs/run-group.ts";

const run = (script: string, timeLimitMs = 4_000) =>
  runGroup(process.execPath, ["--eval", script], { cwd: ".", timeLimitMs });

/** One that has ended may wait for its end to be noticed (Linux). */
async function isRunning(pid: string): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ") Z");
  return !/\) [ZX]/u.test(stat);
}

test("it tells how a program ended and what it wrote", async () => {
  const result = await run("console.log('out'); console.error('err'); process.exitCode = 3");
  expect(result).toMatchObject({ code: 3, isOverTime: false, stdout: "out\n", stderr: "err\n" });
});

test("what a program has started ends with it, and what takes too long is ended", async () => {
  const child = "setInterval(() => undefined, 1000)";
  const start = `const { pid } = require("node:child_process").spawn(process.execPath, ["--eval", ${JSON.stringify(child)}], { stdio: "inherit" }); console.log(pid);`;
  const [left, slow] = await Promise.all([
    run(`${start} setTimeout(() => process.exit(0), 50)`),
    run(start, 2_000),
  ]);
  expect(left).toMatchObject({ code: 0, isOverTime: false });
  expect(slow).toMatchObject({ code: undefined, isOverTime: true });
  for (const { stdout } of [left, slow]) {
    expect(Number(stdout)).toBeGreaterThan(1);
    await vi.waitFor(async () => {
      expect(await isRunning(stdout.trim())).toBe(false);
    });
  }
});

test("a program that is not there is an error", async () => {
  await expect(
    runGroup("imprimatur-no-such-program", [], { cwd: ".", timeLimitMs: 1_000 }),
  ).rejects.toThrow("ENOENT");
});
