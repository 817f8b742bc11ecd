import { closeSync, openSync, writeSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeError, formatError } from "../../../src/cli/error-text.ts";
import { PublicationError } from "../../../src/errors.ts";
import { explainSystemError, systemErrorIn } from "../../../src/files/system-error.ts";

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-errors-"));
  await writeFile(path.join(dir, "file"), "");
  await symlink("circle", path.join(dir, "circle"));
});
afterAll(() => rm(dir, { recursive: true }));

/** What Node.js itself throws. */
async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

const faults: readonly (readonly [string, () => unknown, string, RegExp])[] = [
  [
    "a missing file",
    () => readFile(path.join(dir, "none")),
    "not-found",
    /none cannot be opened: there is no such file or folder$/,
  ],
  [
    "a file in the place of a folder",
    () => readFile(path.join(dir, "file/none")),
    "not-found",
    /file\/none cannot be opened: a part of its path is a file and no folder$/,
  ],
  ["a folder", () => readFile(dir), "is-a-folder", /^it is a folder$/],
  [
    "a name that is too long",
    () => readFile(path.join(dir, "a".repeat(300))),
    "name-too-long",
    /cannot be opened: the name is too long for the disk$/,
  ],
  [
    "links in a circle",
    () => readFile(path.join(dir, "circle")),
    "not-found",
    /circle cannot be opened: its links lead round in a circle$/,
  ],
  [
    "a folder that is there",
    () => mkdir(dir),
    "already-there",
    /cannot be made: it is there already$/,
  ],
  [
    "a full disk",
    () => {
      const full = openSync("/dev/full", "w");
      try {
        writeSync(full, "text");
      } finally {
        closeSync(full);
      }
    },
    "disk-full",
    /^no space is left on the disk$/,
  ],
];

describe("what the system refuses", () => {
  it.runIf(process.platform === "linux").each(faults)(
    "is put plainly: %s",
    async (_, work, code, message) => {
      const error = await thrownBy(work);
      const text = formatError(error);
      expect(text).not.toContain("Imprimatur itself");
      expect(text).toContain("\n  hint: ");
      expect(describeError(error)).toMatchObject({
        code,
        message: expect.stringMatching(message) as string,
      });
    },
  );

  it("names its file as the place", async () => {
    const file = path.join(dir, "none");
    expect(describeError(await thrownBy(() => readFile(file)))).toMatchObject({ place: { file } });
  });

  it("is found in what wraps it, by whichever name", async () => {
    const cause = await thrownBy(() => readFile(path.join(dir, "none")));
    const byEleventy = Object.assign(new Error("template"), { originalError: cause });
    expect(systemErrorIn(new Error("outer", { cause: byEleventy }))).toBe(cause);
    const circle = new Error("circle");
    circle.cause = circle;
    expect(systemErrorIn(circle)).toBeUndefined();
  });

  it("is put plainly where its number has no words of ours", () => {
    const stale = Object.assign(new Error("ESTALE: stale file handle, open 'x'"), {
      code: "ESTALE",
      syscall: "open",
      path: "x",
    });
    expect(explainSystemError(stale)).toMatchObject({
      code: "system-error",
      message: "x cannot be opened: stale file handle",
    });
  });
});

describe("what is no fault of the system", () => {
  it("stays what it is", () => {
    expect(formatError(new TypeError("x is undefined"))).toContain("a fault in Imprimatur itself");
    const ours = new PublicationError("code", "message", { cause: new Error("other") });
    expect(describeError(ours)).toMatchObject({ code: "code", message: "message" });
    // Node's own codes are no errno.
    const own = Object.assign(new Error("bad"), { code: "ERR_INVALID_ARG_TYPE", syscall: "open" });
    expect(systemErrorIn(own)).toBeUndefined();
  });
});
