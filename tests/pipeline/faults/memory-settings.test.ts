/** A build gives memory back that is free again (Linux); a person's own settings are kept. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROGRAM } from "../../support/watched-run.ts";

const PRINT = fileURLToPath(new URL("../../support/print-memory-settings.ts", import.meta.url));

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-settings-"));
});
afterAll(() => rm(dir, { recursive: true }));

function run(args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const unset = { MALLOC_ARENA_MAX: undefined };
  const env = { ...process.env, ...unset, ...settings, NODE_OPTIONS: `--import ${PRINT}` };
  return new Promise<string>((resolve) => {
    execFile(process.execPath, [PROGRAM, ...args], { cwd: dir, env }, (_error, _stdout, stderr) => {
      resolve(stderr);
    });
  });
}

describe.runIf(process.platform === "linux")("memory settings", () => {
  it("are those of a build, in the process that works", async () => {
    expect((await run(["build"])).match(/^arenas: .+$/gm)).toEqual(["arenas: 2"]);
  });

  it("are the person's own where there are any", async () => {
    expect(await run(["build"], { MALLOC_ARENA_MAX: "5" })).toContain("arenas: 5\n");
  });

  it("are not changed for other commands", async () => {
    expect(await run(["status"])).toContain("arenas: any number\n");
  });
});
