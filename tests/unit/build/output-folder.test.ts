import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openOutputFolder, settleOutputFolder } from "../../../src/build/output-folder.ts";
import { JOURNAL_NAME, type PublishingStep } from "../../../src/build/publishing.ts";
import type { OutputFolder } from "../../../src/build/output-folder.ts";
import { asNobody } from "../../support/other-rights.ts";

let dir: string;
let notices: string[];

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-output-"));
  notices = [];
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

const options = () => ({
  dir,
  command: "build",
  onNotice: (notice: string) => void notices.push(notice),
  signal: new AbortController().signal,
});
const open = (): Promise<OutputFolder> => openOutputFolder(options());

async function put(folder: string, name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), text);
}

/** Each file's text, by its path, but for what holds the folder. */
async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith(".session."));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (entry): Promise<[string, string]> => {
        const file = path.join(entry.parentPath, entry.name);
        return [path.relative(folder, file), await readFile(file, "utf8")];
      }),
    ),
  );
}

const putStep = (name: string): PublishingStep => ({ kind: "put", name });
const removeStep = (name: string): PublishingStep => ({ kind: "remove", name });

describe("the output folder", () => {
  it("replaces what stood in the place, and leaves what was not made again", async () => {
    await put(dir, "web/old.html", "old");
    await put(dir, "pdf/other.pdf", "other");
    const output = await open();
    const staging = await output.openStaging();
    await put(staging.dir, "web/index.html", "new");
    await put(staging.dir, "pdf/report.pdf", "new");
    await output.publish(staging, [putStep("web"), putStep("pdf/report.pdf")]);
    await output.release();
    expect(await filesIn(dir)).toEqual({
      "pdf/other.pdf": "other",
      "pdf/report.pdf": "new",
      "web/index.html": "new",
    });
    expect((await readdir(dir)).sort()).toEqual([".session.lock", "pdf", "web"]);
  });

  it("takes away what is to be removed, and folders that are empty then", async () => {
    await put(dir, "print/a/b.pdf", "old");
    await put(dir, "pdf/kept.pdf", "kept");
    await put(dir, "pdf/gone.pdf", "gone");
    const output = await open();
    const staging = await output.openStaging();
    await output.publish(staging, ["print/a/b.pdf", "pdf/gone.pdf", "no/such"].map(removeStep));
    await output.release();
    expect(await filesIn(dir)).toEqual({ "pdf/kept.pdf": "kept" });
    expect(await readdir(dir)).not.toContain("print");
  });

  it("leaves what was there whole where nothing is published", async () => {
    await put(dir, "web/index.html", "old");
    const output = await open();
    const staging = await output.openStaging();
    await put(staging.dir, "web/index.html", "half-made");
    await output.release();
    await output.release();
    expect(await filesIn(dir)).toEqual({ "web/index.html": "old" });
  });

  it("takes every move back where one fails", async () => {
    await put(dir, "web/index.html", "old");
    await put(dir, "pdf/report.pdf", "old");
    await put(dir, "reports", "a file where a folder is needed");
    const output = await open();
    const staging = await output.openStaging();
    await put(staging.dir, "web/index.html", "new");
    await put(staging.dir, "pdf/report.pdf", "new");
    await put(staging.dir, "reports/report.json", "new");
    const before = await filesIn(dir);
    const steps = [putStep("web"), removeStep("pdf"), putStep("reports/report.json")];
    await expect(output.publish(staging, steps)).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(await filesIn(dir)).toEqual(before);
    expect(await readdir(dir)).not.toContain(JOURNAL_NAME);
    await output.release();
  });

  it("moves nothing where a file that is to be put was not made", async () => {
    await put(dir, "web/index.html", "old");
    const output = await open();
    const staging = await output.openStaging();
    await put(staging.dir, "web/index.html", "new");
    await expect(output.publish(staging, [putStep("web"), putStep("pdf")])).rejects.toThrow(
      "ENOENT",
    );
    await output.release();
    expect(await filesIn(dir)).toEqual({ "web/index.html": "old" });
  });

  it.each(["../web", "web/../../x", "/etc/passwd", "", ".session.lock", "web//x", "web/."])(
    "moves nothing to %j",
    async (name) => {
      const output = await open();
      const staging = await output.openStaging();
      await expect(output.publish(staging, [removeStep(name)])).rejects.toThrow();
      await output.release();
    },
  );

  it("removes what killed runs have left", async () => {
    await put(dir, ".making-4711/web/index.html", "of an earlier version");
    await put(dir, ".making-0b6d2a2e-8c52-4a3c-9d8e-2f7d5a1f0c11/web/index.html", "abandoned");
    const output = await open();
    await output.release();
    expect(await filesIn(dir)).toEqual({});
  });

  it("says to the second who holds it, and lets it in when the first has ended", async () => {
    const first = await open();
    const waiting = open();
    while (notices.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(notices).toEqual([
      expect.stringMatching(
        new RegExp(
          `is in use by imprimatur build \\(process ${process.pid} on .+, since 20.+Z\\): waiting`,
        ),
      ),
    ]);
    await first.release();
    await (await waiting).release();
    expect(notices).toHaveLength(1);
  });

  it("is finished for those who only read it, and not made for them", async () => {
    await rm(dir, { recursive: true });
    await settleOutputFolder(options());
    await expect(readdir(dir)).rejects.toThrow("ENOENT");
  });

  it("does not obey a journal that is not ours", async () => {
    await put(dir, JOURNAL_NAME, JSON.stringify({ staging: "..", steps: [removeStep("web")] }));
    await put(dir, "web/index.html", "old");
    await expect(open()).rejects.toMatchObject({ code: "output-torn" });
    expect(await readFile(path.join(dir, "web/index.html"), "utf8")).toBe("old");
    // The folder is given back.
    await rm(path.join(dir, JOURNAL_NAME));
    await (await open()).release();
  });

  it("keeps the folder that a journal names, and finishes from it", async () => {
    const output = await open();
    const staging = await output.openStaging();
    // As a run leaves it that was killed between the two moves of its step.
    await put(staging.dir, "web/index.html", "new");
    await put(staging.dir, ".former/0/index.html", "old");
    const journal = { staging: staging.name, steps: [putStep("web")] };
    await put(dir, JOURNAL_NAME, JSON.stringify(journal));
    await output.release();
    expect(await readdir(dir)).toContain(staging.name);
    await settleOutputFolder(options());
    expect(await filesIn(dir)).toEqual({ "web/index.html": "new" });
  });

  it("that may not be written says so, with its place, and stays as it was", async () => {
    await put(dir, "web/index.html", "old");
    await chmod(dir, 0o555);
    try {
      await expect(asNobody(open)).rejects.toMatchObject({
        code: "lock-impossible",
        message: expect.stringContaining(dir) as string,
        hint: "see that its folder can be written to, and is on a disk of this machine",
      });
    } finally {
      await chmod(dir, 0o755);
    }
    expect(await filesIn(dir)).toEqual({ "web/index.html": "old" });
  });

  it("that somebody has removed is not made anew, and is no error when it is given back", async () => {
    const output = await open();
    const staging = await output.openStaging();
    expect(await staging.isThere()).toBe(true);
    await rm(dir, { recursive: true });
    expect(await staging.isThere()).toBe(false);
    await output.release();
    await expect(readdir(dir)).rejects.toThrow("ENOENT");
  });
});
