/** A command whose work never comes to an end, and one with which not everything has ended. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { PROGRAM } from "../../support/watched-run.ts";

const support = (name: string): string =>
  fileURLToPath(new URL(`../../support/${name}`, import.meta.url));

interface Ended {
  readonly code: unknown;
  readonly stderr: string;
}

function run(args: readonly string[], preload: string): Promise<Ended> {
  const env = { ...process.env, NODE_OPTIONS: `--import ${preload}` };
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...args], { env }, (error, _, stderr) => {
      resolve({ code: error?.code ?? 0, stderr });
    });
  });
}

it("is a plain error and exit code 1", async () => {
  expect(await run(["check", "lost.html"], support("lose-reads.ts"))).toEqual({
    code: 1,
    stderr:
      "error: the command ended before its work did\n" +
      "  hint: what it had not published is removed by the next run; try again, and report it if it comes back\n",
  });
});

it("ends when its work has, whatever waits", async () => {
  const waiting = support("keep-waiting.ts");
  expect(await run(["schema", "--help"], waiting)).toEqual({ code: 0, stderr: "" });
  expect(await run(["check", "not-there.html"], waiting)).toMatchObject({ code: 1 });
});
