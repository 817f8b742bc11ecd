import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeFolderBelow } from "../../../src/files/make-folder.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-folders-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe("makeFolderBelow", () => {
  it("makes each folder of a path that is missing", async () => {
    const made = await makeFolderBelow(dir, "a/b");
    expect(made).toBe(path.join(dir, "a", "b"));
    expect(await makeFolderBelow(dir, "./a/b/c/")).toBe(path.join(made, "c"));
    expect((await stat(path.join(made, "c"))).isDirectory()).toBe(true);
    expect(await makeFolderBelow(dir, ".")).toBe(dir);
  });

  it("does not make the first folder anew", async () => {
    await rm(dir, { recursive: true });
    await expect(makeFolderBelow(dir, "a/b")).rejects.toMatchObject({ code: "ENOENT" });
    await expect(stat(dir)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("says so where a file is in its way", async () => {
    await writeFile(path.join(dir, "a"), "");
    await expect(makeFolderBelow(dir, "a/b")).rejects.toMatchObject({ code: "ENOTDIR" });
  });
});
