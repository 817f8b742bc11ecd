/** What `clean` takes away, and what it lets be. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { cleanOutput } from "../../../src/build/clean-output.ts";
import { openTestFolder } from "../../support/temporary-folder.ts";

function clean(projectDir: string, withBrowser = false): Promise<readonly string[]> {
  return cleanOutput({
    projectDir,
    withBrowser,
    onNotice: () => undefined,
    signal: new AbortController().signal,
  });
}

async function write(dir: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const file = path.join(dir, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, "");
  }
}

it("removes what builds make, and nothing else", async () => {
  await using folder = await openTestFolder();
  await write(folder.dir, [
    ...["output/web/index.html", "output/pdf/a.pdf", "output/print/b.pdf"],
    ...["output/reports/report.json", "output/mine/notes.txt", "output/README.md"],
    ...["content/publication.yaml", ".cache/chromium-1.0.0/chromium", ".cache/mine"],
  ]);
  expect(await clean(folder.dir)).toEqual([
    ...["output/web", "output/pdf", "output/print", "output/reports"],
  ]);
  const left = await readdir(path.join(folder.dir, "output"));
  expect(left.filter((name) => !name.startsWith("."))).toEqual(["README.md", "mine"]);
  expect(await clean(folder.dir, true)).toEqual([path.join(".cache", "chromium-1.0.0")]);
  expect(await readdir(path.join(folder.dir, ".cache"))).toEqual(["mine"]);
});

it("makes no folder where nothing was built", async () => {
  await using folder = await openTestFolder();
  expect(await clean(folder.dir, true)).toEqual([]);
  expect(await readdir(folder.dir)).toEqual([]);
});
