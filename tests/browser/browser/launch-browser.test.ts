import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { findBrowser, type FoundBrowser } from "../../../src/browser/find-browser.ts";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";

const projectDir = process.cwd();
const isLinux = process.platform === "linux";
const isRoot = process.getuid?.() === 0;

let found: FoundBrowser;
let notices: string[];
let temporaryDir: string;
let launched: LaunchedBrowser | undefined;

beforeEach(async () => {
  notices = [];
  launched = undefined;
  found = await findBrowser({ projectDir, onNotice: () => undefined });
  // A temporary folder of our own shows what is left behind, whoever else starts browsers.
  temporaryDir = await mkdtemp(join(tmpdir(), "imprimatur-test-"));
  vi.stubEnv("TMPDIR", temporaryDir);
});

afterEach(async () => {
  await launched?.close();
  vi.unstubAllEnvs();
  await rm(temporaryDir, { recursive: true });
});

async function launch(signal?: AbortSignal): Promise<LaunchedBrowser> {
  launched = await launchBrowser({
    projectDir,
    onNotice: (message) => notices.push(message),
    signal,
    found,
  });
  return launched;
}

/** The profile's folder, from the arguments that the browser was started with. */
function profileDirOf({ child }: LaunchedBrowser): string {
  const given = child.spawnargs.find((arg) => arg.startsWith("--user-data-dir="));
  if (given === undefined) throw new Error("the browser has no profile of its own");
  return given.replace("--user-data-dir=", "");
}

/** The processes that were started with this profile: the browser, its renderers and helpers. */
async function processesWith(profileDir: string): Promise<readonly string[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    ids.map((id) => readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")),
  );
  return lines.filter((line) => line.includes(profileDir));
}

test("prints a tagged PDF", async () => {
  const { browser, version, executablePath } = await launch();
  expect(version).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(executablePath).toBe(found.executablePath);
  const page = await browser.newPage();
  await page.setContent("<html lang=fr><title>Essai</title><h1>Été</h1><p>Texte");
  const pdf = Buffer.from(await page.pdf()).toString("latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  expect(pdf).toContain("/StructTreeRoot");
  expect(pdf).toMatch(/\/Lang\s*\(fr\)/);
});

test.runIf(isLinux && process.arch === "x64" && !process.env.PUPPETEER_EXECUTABLE_PATH)(
  "is the shipped browser, in the project's cache, by default",
  async () => {
    expect(found.origin).toBe("shipped");
    expect(found.executablePath.startsWith(join(projectDir, ".cache", "chromium-"))).toBe(true);
    const { origin, child } = await launch();
    expect(origin).toBe("shipped");
    expect(process.env.LD_LIBRARY_PATH ?? "").not.toContain("al2023");
    expect(child.spawnargs.join(" ")).not.toContain("--remote-debugging-port");
  },
);

describe("the sandbox", () => {
  test.runIf(isLinux && isRoot)("is off for root, with a notice that says so", async () => {
    const { sandboxed } = await launch();
    expect(sandboxed).toBe(false);
    expect(notices).toEqual([expect.stringMatching(/root.*without its sandbox/)]);
  });

  test("a notice and the browser's arguments agree with what is reported", async () => {
    const { sandboxed, child } = await launch();
    const isOff = child.spawnargs.includes("--no-sandbox");
    expect(isOff).toBe(!sandboxed);
    expect(notices).toHaveLength(sandboxed ? 0 : 1);
  });
});

describe("closed", () => {
  test.runIf(isLinux)("it leaves no process and no profile", async () => {
    const open = await launch();
    await (await open.browser.newPage()).goto("data:text/html,<p>open");
    const profileDir = profileDirOf(open);
    expect((await processesWith(profileDir)).length).toBeGreaterThan(0);
    expect(profileDir.startsWith(temporaryDir)).toBe(true);
    expect(await readdir(temporaryDir)).toHaveLength(1);
    await open.close();
    expect(await processesWith(profileDir)).toEqual([]);
    expect(await readdir(temporaryDir)).toEqual([]);
  });

  test("it may be closed again", async () => {
    const open = await launch();
    await open.close();
    await expect(open.close()).resolves.toBeUndefined();
  });

  test.runIf(isLinux)("by its signal, it leaves nothing either", async () => {
    const controller = new AbortController();
    const open = await launch(controller.signal);
    const profileDir = profileDirOf(open);
    controller.abort();
    await open.close();
    expect(await processesWith(profileDir)).toEqual([]);
    expect(await readdir(temporaryDir)).toEqual([]);
  });

  test.runIf(isLinux)("by its signal while it starts, it leaves nothing either", async () => {
    const controller = new AbortController();
    const launching = launch(controller.signal);
    setImmediate(() => {
      controller.abort(new Error("stopped"));
    });
    await expect(launching).rejects.toThrow("stopped");
    expect(await readdir(temporaryDir)).toEqual([]);
  });

  test("by its signal before it starts, it does not start", async () => {
    await expect(launch(AbortSignal.abort(new Error("stopped")))).rejects.toThrow("stopped");
  });
});

test("a browser that does not start is a fault that shows what it said", async () => {
  // Not a browser: it ends at once, complaining of an option.
  found = { origin: "system", executablePath: process.execPath, environment: {} };
  await expect(launch()).rejects.toMatchObject({
    code: "browser-launch-failed",
    message: expect.stringContaining("bad option") as string,
  });
  expect(notices.filter((notice) => notice.includes("build its sandbox"))).toEqual([]);
  expect(await readdir(temporaryDir)).toEqual([]);
});
