import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tryLock, waitForLock } from "../../../src/files/lock.ts";

let dir: string;
let file: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-lock-"));
  file = path.join(dir, ".lock");
});

afterEach(() => rm(dir, { recursive: true }));

/** Another process that takes the lock and keeps it until it is killed. */
async function otherHolder(): Promise<{ end: () => Promise<void> }> {
  const script = `
    import { DatabaseSync } from "node:sqlite";
    const database = new DatabaseSync(process.argv[1]);
    database.exec("BEGIN EXCLUSIVE");
    console.log("held");
    setInterval(() => database.isOpen, 1000);
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return {
    end: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

describe("a lock", () => {
  it("is held by one at a time, also in one process", () => {
    const first = tryLock(file);
    expect(first).toBeDefined();
    expect(tryLock(file)).toBeUndefined();
    first?.release();
    first?.release();
    const second = tryLock(file);
    expect(second).toBeDefined();
    second?.release();
  });

  it("is given back when its holder is killed", async () => {
    const lock = tryLock(file);
    lock?.release();
    const other = await otherHolder();
    expect(tryLock(file)).toBeUndefined();
    await other.end();
    const after = tryLock(file);
    expect(after).toBeDefined();
    after?.release();
  });

  it("is waited for, which is said once", async () => {
    const first = tryLock(file);
    let said = 0;
    const waiting = waitForLock(file, {
      signal: new AbortController().signal,
      onWait: () => {
        said += 1;
        setTimeout(() => first?.release(), 500);
      },
    });
    (await waiting).release();
    expect(said).toBe(1);
  });

  it("is no longer waited for when the run is stopped", async () => {
    const first = tryLock(file);
    const stop = new AbortController();
    const reason = new Error("stopped");
    const waiting = waitForLock(file, {
      signal: stop.signal,
      onWait: () => {
        stop.abort(reason);
      },
    });
    await expect(waiting).rejects.toBe(reason);
    first?.release();
  });

  it("writes nothing into its file, and no other file", async () => {
    const lock = tryLock(file);
    expect((await stat(file)).size).toBe(0);
    expect(await readdir(path.dirname(file))).toEqual([".lock"]);
    lock?.release();
    expect((await stat(file)).size).toBe(0);
    expect(await readdir(path.dirname(file))).toEqual([".lock"]);
  });

  it("says plainly where it cannot be taken", () => {
    expect(() => tryLock(dir)).toThrow(
      expect.objectContaining({ code: "lock-impossible" }) as Error,
    );
    expect(() => tryLock("/dev/null/x")).toThrow(
      expect.objectContaining({ code: "lock-impossible" }) as Error,
    );
  });
});
