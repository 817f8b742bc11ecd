/** A command whose work never comes to an end, with nothing left that could end it. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { PROGRAM } from "../../support/watched-run.ts";

const LOSE_READS = fileURLToPath(new URL("../../support/lose-reads.ts", import.meta.url));

it("is a plain error and exit code 1", async () => {
  const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      [PROGRAM, "check", "lost.html"],
      { env: { ...process.env, NODE_OPTIONS: `--import ${LOSE_READS}` } },
      (error, _, said) => {
        resolve({ code: error?.code ?? 0, stderr: said });
      },
    );
  });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr:
      "error: the command ended before its work did\n" +
      "  hint: what it had not published is removed by the next run; try again, and report it if it comes back\n",
  });
});
