/**
 * Ctrl-C, SIGTERM and SIGHUP: what a stopped run says and leaves. Each run is in a process group of
 * its own, with a temporary folder of its own.
 */
import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findOlderNode } from "../../support/older-node.ts";
import { openProject, type Project } from "../../support/project.ts";
import { PROGRAM, watchRun, type Ended, type WatchedRun } from "../../support/watched-run.ts";

let project: Project;

beforeAll(async () => {
  project = await openProject();
  // What an earlier run made.
  await mkdir(path.join(project.dir, "output/web"), { recursive: true });
  await writeFile(path.join(project.dir, "output/web/index.html"), "former");
  const paragraphs = "<p>Some text that goes on.</p>".repeat(3000);
  await project.write(
    "long.html",
    `<!doctype html><html lang="en"><title>Long</title><h1>Long</h1>${paragraphs}`,
  );
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

/** A launcher that hands over, on whichever Node.js runs the tests. */
const handingOver = [
  process.execPath,
  "--input-type=module",
  "--eval",
  `import { handOver } from ${JSON.stringify(pathToFileURL(path.join(path.dirname(PROGRAM), "hand-over.js")).href)};
  handOver(process.execPath, [${JSON.stringify(PROGRAM)}, ...process.argv.slice(1)]);`,
  "--",
] as const;
const olderNode = findOlderNode();
const launchers = [
  ["run by Node.js itself", [process.execPath, PROGRAM] as const],
  ["handed over", handingOver],
  ...(olderNode === undefined
    ? []
    : [["on an older Node.js", [olderNode, PROGRAM] as const] as const]),
] as const;

async function expectNothingLeft(run: WatchedRun): Promise<void> {
  expect(await run.processes()).toEqual([]);
  expect(await run.leftInTmp()).toEqual([]);
  const names = await readdir(project.dir, { recursive: true });
  expect(names.filter((name) => /\.part|\.making/.test(name))).toEqual([]);
  const made = await readdir(path.join(project.dir, "output"));
  // The empty file by which a run holds the folder stays.
  expect(made.filter((name) => name !== ".session.lock")).toEqual(["web"]);
  const former = await readFile(path.join(project.dir, "output/web/index.html"), "utf8");
  expect(former).toBe("former");
}

async function stopped(run: WatchedRun, stop: () => void): Promise<Ended> {
  stop();
  const ended = await run.ended;
  await expectNothingLeft(run);
  return ended;
}

describe.each(launchers)("%s", (_, command) => {
  it("Ctrl-C while pages are laid out ends with 130 and leaves nothing", async () => {
    await using run = await watchRun(["pdf", "long.html"], { cwd: project.dir, command });
    await run.untilBrowser();
    const { code, stderr } = await stopped(run, () => {
      run.sendToGroup("SIGINT");
    });
    expect({ code, stderr }).toEqual({ code: 130, stderr: "stopped: long.pdf was not written\n" });
    await expect(access(path.join(project.dir, "long.pdf"))).rejects.toThrow("ENOENT");
  });

  it.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGINT", 130],
  ] as const)("%s to the launcher alone ends with %i", async (signal, expected) => {
    await using run = await watchRun(["pdf", "long.html", "--quiet"], {
      cwd: project.dir,
      command,
    });
    await run.untilBrowser();
    const { code } = await stopped(run, () => {
      run.send(signal);
    });
    expect(code).toBe(expected);
  });
});

describe.each(launchers.slice(1))("%s", (_, command) => {
  it("a run that is killed ends with 128 + n", async () => {
    await using run = await watchRun(["pdf", "long.html"], { cwd: project.dir, command });
    await run.untilBrowser();
    const own = await run.processes();
    const inner = own.find(
      ({ pid, command: line }) => pid !== run.pid && / \S+\/bin\/imprimatur\.js pdf/.test(line),
    );
    process.kill(inner?.pid ?? 0, "SIGKILL");
    expect((await run.ended).code).toBe(137);
  });
});

describe("imprimatur", () => {
  it("takes a signal that comes again at once as the same one", async () => {
    await using run = await watchRun(["pdf", "long.html"], { cwd: project.dir });
    await run.untilBrowser();
    const { code, stderr } = await stopped(run, () => {
      run.send("SIGINT");
      // While it stops, which takes it longer, as a rule.
      setTimeout(() => {
        run.send("SIGINT");
      }, 20);
    });
    expect({ code, stderr }).toEqual({ code: 130, stderr: "stopped: long.pdf was not written\n" });
  });

  it("says as JSON that it was stopped", async () => {
    await using run = await watchRun(["pdf", "long.html", "--json"], { cwd: project.dir });
    await run.untilBrowser();
    const { code, stdout, stderr } = await stopped(run, () => {
      run.sendToGroup("SIGINT");
    });
    expect({ code, stderr }).toEqual({ code: 130, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      error: { code: "stopped", message: "stopped by SIGINT: long.pdf was not written" },
    });
  });

  it("is stopped while it judges", async () => {
    await project.write(
      "site/index.html",
      "<!doctype html><title>A</title>".padEnd(200_000, "<p>A"),
    );
    await using run = await watchRun(["check", "site"], { cwd: project.dir });
    await run.untilBrowser();
    const { code, stderr } = await stopped(run, () => {
      run.sendToGroup("SIGINT");
    });
    expect({ code, stderr }).toEqual({ code: 130, stderr: "stopped: nothing was written\n" });
  });
});

async function leavesOutput(_: string, reach: (run: WatchedRun) => Promise<void>): Promise<void> {
  await using run = await watchRun(["build"], { cwd: project.dir, command: handingOver });
  await reach(run);
  const { code, stderr } = await stopped(run, () => {
    run.sendToGroup("SIGINT");
  });
  expect(code).toBe(130);
  expect(stderr).toMatch(/^(?:stopped: output\/ is as it was before\n)?$/);
}

describe("imprimatur build", () => {
  const untilSaid = (run: WatchedRun, stage: string): Promise<void> =>
    run.until(() => run.stdout().includes(stage));
  it.each([
    ["content is read", (run: WatchedRun) => run.until(() => run.stdout() === "")],
    ["print sources are made", (run: WatchedRun) => untilSaid(run, "content  ")],
    ["pages are laid out", (run: WatchedRun) => untilSaid(run, "print sources  ")],
    ["the web edition is made", (run: WatchedRun) => untilSaid(run, "pdf report  ")],
    ["it judges", (run: WatchedRun) => untilSaid(run, "web edition  ")],
  ] as const)("Ctrl-C while %s leaves output/ as it was", leavesOutput);
});

describe("imprimatur build | head -1", () => {
  it("is stopped when the reader has gone, and leaves nothing", async () => {
    await using run = await watchRun(["build"], { cwd: project.dir });
    await run.until(() => run.stdout().includes("\n"));
    run.closeStdout();
    const { code, stderr } = await run.ended;
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(
        /^error: standard output takes no more: .*\n {2}hint: .*\n$/,
      ) as string,
    });
    await expectNothingLeft(run);
  });
});
