/** Standard output and standard error that take nothing: a reader that has gone, a full disk. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, openSync, closeSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROGRAM } from "../../support/watched-run.ts";

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-output-"));
});
afterAll(() => rm(dir, { recursive: true }));

interface Streams {
  /** The descriptor of a file, or a reader that has gone before anything is said. */
  readonly stdout?: number | "gone";
  readonly stderr?: number | "gone";
}

async function run(
  args: readonly string[],
  { stdout = "gone", stderr }: Streams,
): Promise<{ readonly code: number | null; readonly stderr: string }> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: dir,
    stdio: [
      "ignore",
      typeof stdout === "number" ? stdout : "pipe",
      typeof stderr === "number" ? stderr : "pipe",
    ],
  });
  if (stdout === "gone") child.stdout?.destroy();
  if (stderr === "gone") child.stderr?.destroy();
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stderr: said };
}

/** Runs with a descriptor that is open for writing, and is of no use. */
async function onFullDisk(
  args: readonly string[],
  which: "stdout" | "stderr",
): Promise<{ readonly code: number | null; readonly stderr: string }> {
  const full = openSync("/dev/full", "w");
  try {
    return await run(args, { [which]: full });
  } finally {
    closeSync(full);
  }
}

const readerGone =
  "error: standard output takes no more: whoever was to read it has gone\n" +
  "  hint: send it to a program that reads to the end, or to a file on a disk with room\n";

describe("standard output", () => {
  it.each([[["--help"]], [["--version"]], [["help", "pdf"]]])(
    "whose reader has gone is one plain line: %j",
    async (args) => {
      expect(await run(args, { stdout: "gone" })).toEqual({ code: 1, stderr: readerGone });
    },
  );

  it("whose reader has gone does not swallow what was wrong", async () => {
    const { code, stderr } = await run(["build", "--nonsense", "--json"], { stdout: "gone" });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^error: unknown option '--nonsense'\n/) as string,
    });
    expect(stderr.endsWith(readerGone)).toBe(true);
  });

  it.runIf(existsSync("/dev/full"))("on a full disk is one plain line", async () => {
    expect(await onFullDisk(["help", "pdf"], "stdout")).toEqual({
      code: 1,
      stderr: expect.stringMatching(
        /^error: standard output takes no more: no space is left on the disk\n {2}hint: .*\n$/,
      ) as string,
    });
  });
});

describe("standard error", () => {
  it("that takes nothing changes no exit code", async () => {
    const silent = openSync("/dev/null", "w");
    expect(await run(["--nonsense"], { stdout: silent, stderr: "gone" })).toMatchObject({
      code: 1,
    });
    if (existsSync("/dev/full")) {
      expect(await onFullDisk(["--nonsense"], "stderr")).toMatchObject({ code: 1 });
    }
    closeSync(silent);
  });

  it("that takes nothing beside such an output ends the run too", async () => {
    expect(await run(["--help"], { stdout: "gone", stderr: "gone" })).toMatchObject({ code: 1 });
  });
});

describe("a long result", () => {
  it("reaches a slow reader whole", async () => {
    const fields = Array.from({ length: 2000 }, (_, index) => `unknown-${index}: 1`);
    await mkdir(path.join(dir, "content"));
    await writeFile(path.join(dir, "content/publication.yaml"), fields.join("\n"));
    const child = spawn(process.execPath, [PROGRAM, "build", "--json"], {
      cwd: dir,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      child.stdout.pause();
      void sleep(20).then(() => child.stdout.resume());
    });
    const [code] = (await once(child, "close")) as [number];
    const text = Buffer.concat(chunks).toString();
    expect(code).toBe(1);
    // More than a pipe holds.
    expect(text.length).toBeGreaterThan(200_000);
    expect(JSON.parse(text)).toMatchObject({ error: { code: "content" } });
  });
});
