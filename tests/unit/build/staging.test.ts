import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStaging } from "../../../src/build/staging.ts";

let outputDir: string;

beforeEach(async () => {
  outputDir = await mkdtemp(path.join(tmpdir(), "imprimatur-staging-"));
});
afterEach(async () => {
  await rm(outputDir, { recursive: true, force: true });
});

async function put(dir: string, name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
  await writeFile(path.join(dir, name), text);
}

describe("staging", () => {
  it("replaces what stood in the place, and leaves what was not made again", async () => {
    await put(outputDir, "web/old.html", "old");
    await put(outputDir, "pdf/other.pdf", "other");
    const staging = await openStaging(outputDir);
    await put(staging.dir, "web/index.html", "new");
    await put(staging.dir, "pdf/report.pdf", "new");
    await staging.publish(["web", "pdf/report.pdf"]);
    await staging.discard();
    expect((await readdir(outputDir, { recursive: true })).sort()).toEqual([
      "pdf",
      "pdf/other.pdf",
      "pdf/report.pdf",
      "web",
      "web/index.html",
    ]);
    expect(await readFile(path.join(outputDir, "web/index.html"), "utf8")).toBe("new");
  });

  it("leaves the former output whole when it is discarded", async () => {
    await put(outputDir, "web/index.html", "old");
    const staging = await openStaging(outputDir);
    await put(staging.dir, "web/index.html", "half-made");
    await staging.discard();
    expect(await readdir(outputDir)).toEqual(["web"]);
    expect(await readFile(path.join(outputDir, "web/index.html"), "utf8")).toBe("old");
  });

  it("puts the former file back when the new one cannot be moved", async () => {
    await put(outputDir, "web/index.html", "old");
    const staging = await openStaging(outputDir);
    await expect(staging.publish(["web"])).rejects.toThrow("ENOENT");
    expect(await readFile(path.join(outputDir, "web/index.html"), "utf8")).toBe("old");
  });

  it("removes what a killed run has left, and nothing of a run that goes on", async () => {
    // Process ids are far below this number on every system.
    await put(outputDir, ".making-999999999/web/index.html", "abandoned");
    await put(outputDir, `.making-${process.ppid}/web/index.html`, "being made");
    const staging = await openStaging(outputDir);
    await staging.discard();
    expect(await readdir(outputDir)).toEqual([`.making-${process.ppid}`]);
  });
});
