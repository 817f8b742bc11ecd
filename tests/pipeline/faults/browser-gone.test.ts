/**
 * A browser that dies while a command is at work: what the command says, and leaves. Each run has a
 * temporary folder of its own.
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  endPages,
  isMain,
  sendToBrowser,
  untilNoneRuns,
  untilPage,
} from "../../support/browser-processes.ts";
import { openProject, type Project } from "../../support/project.ts";
import { watchRun, type Ended, type WatchedRun } from "../../support/watched-run.ts";

let project: Project;

beforeAll(async () => {
  project = await openProject("note");
  await mkdir(path.join(project.dir, "output/web"), { recursive: true });
  await writeFile(path.join(project.dir, "output/web/index.html"), "former");
  const paragraphs = "<p>Some text that goes on.</p>".repeat(3000);
  await project.write(
    "long.html",
    `<!doctype html><html lang="en"><title>Long</title><h1>Long</h1>${paragraphs}`,
  );
  await project.write(
    "site/index.html",
    "<!doctype html><html lang=en><title>A</title>".padEnd(60_000, "<p>A "),
  );
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

const browserEnded = /^error: the browser ended before its work was done\n {2}hint: .+\n$/;

async function expectNothingLeft(run: WatchedRun): Promise<void> {
  await untilNoneRuns(run);
  expect(await run.leftInTmp()).toEqual([]);
  const names = await readdir(project.dir, { recursive: true });
  expect(names.filter((name) => /\.part|\.making|long\.pdf/.test(name))).toEqual([]);
  const made = await readdir(path.join(project.dir, "output"));
  // The empty file by which a run holds the folder stays.
  expect(made.filter((name) => name !== ".session.lock")).toEqual(["web"]);
  expect(await readFile(path.join(project.dir, "output/web/index.html"), "utf8")).toBe("former");
}

async function ended(run: WatchedRun): Promise<Ended> {
  const end = await run.ended;
  await expectNothingLeft(run);
  return end;
}

const untilSaid = (run: WatchedRun, stage: string): Promise<void> =>
  run.until(() => run.stdout().includes(stage));

describe("a browser that dies", () => {
  it.each([
    ["has just started", () => Promise.resolve()],
    ["lays out", (run: WatchedRun) => untilSaid(run, "print sources  ")],
    ["judges", (run: WatchedRun) => untilSaid(run, "web edition  ")],
  ] as const)("while it %s for a build is reported plainly", async (_, reach) => {
    await using run = await watchRun(["build"], { cwd: project.dir });
    await run.untilBrowser();
    await reach(run);
    await sendToBrowser(run, isMain, "SIGKILL");
    const { code, stderr } = await ended(run);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(browserEnded) as string,
    });
  });

  it.each([
    ["pdf", "long.html"],
    ["check", "site"],
  ] as const)("is reported plainly by %s", async (...args) => {
    await using run = await watchRun(args, { cwd: project.dir });
    await untilPage(run);
    await sendToBrowser(run, isMain, "SIGKILL");
    const { code, stderr } = await ended(run);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(browserEnded) as string,
    });
  });

  it("is an error as JSON", async () => {
    await using run = await watchRun(["pdf", "long.html", "--json"], { cwd: project.dir });
    await sendToBrowser(run, isMain, "SIGKILL");
    const { code, stdout } = await ended(run);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: "browser-gone" } });
  });
});

describe("a page whose process dies", () => {
  it("is reported plainly while it is laid out", async () => {
    await using run = await watchRun(["pdf", "long.html"], { cwd: project.dir });
    await endPages(run);
    const { code, stderr } = await ended(run);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: the browser broke down at this document\n {2}hint: .+\n$/);
  });

  it("ends a check, whenever it dies", async () => {
    await using run = await watchRun(["check", "site", "--json"], { cwd: project.dir });
    await endPages(run);
    const { code, stdout } = await ended(run);
    expect(code).toBe(1);
    expect(stdout).toMatch(/"code": "(?:page-crashed|browser-gone)"|the page's process ended/);
    expect(stdout).not.toMatch(/broke down: |internal/);
  });
});

describe("a run that is killed", () => {
  it("takes its browser with it", async () => {
    await using run = await watchRun(["pdf", "long.html"], { cwd: project.dir });
    await untilPage(run);
    run.send("SIGKILL");
    await run.ended;
    await untilNoneRuns(run);
  });

  it("leaves a profile that goes with the next run, and not that of a run at work", async () => {
    await using killed = await watchRun(["pdf", "long.html"], { cwd: project.dir });
    await untilPage(killed);
    killed.send("SIGKILL");
    await killed.ended;
    await untilNoneRuns(killed);
    const profiles = async (): Promise<readonly string[]> =>
      (await killed.leftInTmp()).filter((name) => name.startsWith("imprimatur-browser-"));
    const [left] = await profiles();
    expect(left).toBeDefined();

    const env = { TMPDIR: killed.tmp };
    await using first = await watchRun(["pdf", "long.html"], { cwd: project.dir, env });
    await first.until(async () => {
      const [only, other] = await profiles();
      return other === undefined && only !== undefined && !only.startsWith(left ?? "");
    });
    const [own] = await profiles();
    // However slow the machine is, it is at work for as long as the second run.
    first.send("SIGSTOP");
    await project.write("short.html", "<!doctype html><html lang=en><title>A</title><h1>A</h1>");
    const second = await project.run(["pdf", "short.html"], { env });
    expect(second.code).toBe(0);
    expect(await profiles()).toEqual([own]);
    first.send("SIGCONT");
    first.send("SIGTERM");
    await first.ended;
    expect(await profiles()).toEqual([]);
  });
});
