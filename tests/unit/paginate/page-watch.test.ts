/** Why a page is not what was opened any more, asked when nothing but the answer is left to wait for. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const PROGRAM = fileURLToPath(new URL("../../support/ask-why-page-left.ts", import.meta.url));

it("answers in a process that nothing else holds", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", PROGRAM]);
  expect(stdout).toBe("nothing known\n");
});
