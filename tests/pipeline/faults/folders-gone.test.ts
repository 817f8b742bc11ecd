/** Folders that are taken away, closed or full while a build is at work: what it says, and leaves. */
import { access, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mountDisk, unmountDisk } from "../../support/other-rights.ts";
import { openProject, type Project } from "../../support/project.ts";
import { watchRun, type WatchedRun } from "../../support/watched-run.ts";

let project: Project;

beforeEach(async () => {
  project = await openProject("note");
});
afterEach(async () => {
  await project[Symbol.asyncDispose]();
});

const build = (): Promise<WatchedRun> => watchRun(["build", "--no-check"], { cwd: project.dir });
const untilSaid = (run: WatchedRun, words: string): Promise<void> =>
  run.until(() => run.stdout().includes(words));
const removed =
  /^error: .*output was removed while the run wrote to it\n(?: {2}at .+\n)? {2}hint: .+\n$/;

describe("a folder that is removed while a build is at work", () => {
  it.each([
    ["pages are laid out", "print sources  "],
    ["the web edition is made", "pdf report  "],
  ])("the whole project, while %s", async (_, words) => {
    await using run = await build();
    await untilSaid(run, words);
    await rm(project.dir, { recursive: true, force: true, maxRetries: 5 });
    const { code, stderr } = await run.ended;
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(removed) as string });
    expect(await run.leftInTmp()).toEqual([]);
    await expect(access(project.dir)).rejects.toThrow("ENOENT");
  });

  it("output/", async () => {
    await using run = await build();
    await untilSaid(run, "print sources  ");
    await rm(path.join(project.dir, "output"), { recursive: true, force: true, maxRetries: 5 });
    const { code, stderr } = await run.ended;
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(removed) as string });
    await expect(access(path.join(project.dir, "output"))).rejects.toThrow("ENOENT");
  });

  it("content/, before it is read", async () => {
    await rm(path.join(project.dir, "content"), { recursive: true });
    const { code, stderr } = await project.run(["build"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/content\/publication\.yaml\n(?:.*\n)* {4}hint: create the file/);
    expect(stderr).not.toContain("fault in Imprimatur");
  });
});

describe("where nothing can be written", () => {
  const former = async (): Promise<void> => {
    await mkdir(path.join(project.dir, "output/web"), { recursive: true });
    await writeFile(path.join(project.dir, "output/web/index.html"), "former");
  };

  it("a disk that gets full leaves output/ as it was, and says so", async ({ skip }) => {
    await mkdir(path.join(project.dir, "output"));
    const output = path.join(project.dir, "output");
    if (!mountDisk(output, "size=300k")) skip("no disk can be mounted here");
    try {
      await former();
      const { code, stderr } = await project.run(["build", "--no-check"]);
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(
          /^error: output.* cannot be (?:written|made|copied|used): no space is left on the disk\n {2}hint: make room.*\n$/,
        ) as string,
      });
      expect((await readdir(output)).filter((name) => name !== ".session.lock")).toEqual(["web"]);
      expect(await readFile(path.join(output, "web/index.html"), "utf8")).toBe("former");
    } finally {
      unmountDisk(output);
    }
  });

  it("a disk that can only be read is reported with its place", async ({ skip }) => {
    const output = path.join(project.dir, "output");
    await mkdir(output);
    if (!mountDisk(output, "size=300k,ro")) skip("no disk can be mounted here");
    try {
      const { code, stderr } = await project.run(["build", "--no-check"]);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^error: .*output.*\n(?: {2}at .+\n)? {2}hint: .+\n$/);
    } finally {
      unmountDisk(output);
    }
  });

  it("a project without a browser is an error that says how to get one", async () => {
    await former();
    const { code, stderr } = await project.run(["build", "--no-check"], {
      env: { PUPPETEER_EXECUTABLE_PATH: "/nowhere/chrome" },
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: PUPPETEER_EXECUTABLE_PATH names no program.*\n {2}hint: .+\n$/);
    expect(await readdir(path.join(project.dir, "output"))).toEqual([".session.lock", "web"]);
  });
});
