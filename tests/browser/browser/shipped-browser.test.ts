import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  shippedBrowserEnvironment,
  unpackShippedBrowser,
} from "../../../src/browser/shipped-browser.ts";

describe.runIf(process.platform === "linux" && process.arch === "x64")("unpacking", () => {
  let projectDir: string;

  beforeEach(async () => {
    projectDir = await mkdtemp(join(tmpdir(), "imprimatur-test-"));
  });

  afterEach(() => rm(projectDir, { recursive: true }));

  test("twice at the same time makes one whole browser, with its own fonts and libraries", async () => {
    const before = { ...process.env };
    const [one, two] = await Promise.all([
      unpackShippedBrowser(projectDir),
      unpackShippedBrowser(projectDir),
    ]);
    expect(one).toEqual(two);
    expect(process.env).toEqual(before);
    expect(await readdir(join(projectDir, ".cache"))).toEqual([
      expect.stringMatching(/^chromium-[\d.]+$/),
    ]);
    expect(await readdir(one.dir)).toEqual(
      expect.arrayContaining(["al2023", "fonts", "fonts.conf"]),
    );
    const env = { ...shippedBrowserEnvironment(one, {}) };
    const { stdout } = await promisify(execFile)(one.executablePath, ["--version"], { env });
    expect(stdout).toMatch(/^Chromium \d/);
  });

  test("interrupted, leaves nothing behind", async () => {
    const controller = new AbortController();
    const unpacking = unpackShippedBrowser(projectDir, controller.signal);
    await expect.poll(() => readdir(join(projectDir, ".cache"))).toHaveLength(1);
    controller.abort(new Error("stopped"));
    await expect(unpacking).rejects.toThrow("stopped");
    expect(await readdir(join(projectDir, ".cache"))).toEqual([]);
  });
});
