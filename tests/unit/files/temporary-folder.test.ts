import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openTemporaryFolder } from "../../../src/files/temporary-folder.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-temporary-"));
  vi.stubEnv("TMPDIR", dir);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(dir, { recursive: true });
});

/** A folder as another process has it, which holds it until it is killed. */
async function foldersOfAnother(name: string): Promise<{ kill: () => Promise<void> }> {
  await mkdir(path.join(dir, name, "profile"), { recursive: true });
  const script = `
    import { DatabaseSync } from "node:sqlite";
    const database = new DatabaseSync(process.argv[1]);
    database.exec("BEGIN EXCLUSIVE");
    console.log("held");
    setInterval(() => database.isOpen, 1000);
  `;
  const child = spawn(
    process.execPath,
    ["--input-type=module", "--eval", script, path.join(dir, name, ".held")],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  await once(child.stdout, "data");
  return {
    kill: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

describe("a temporary folder", () => {
  it("is for this user alone, and is gone when it is removed", async () => {
    const folder = await openTemporaryFolder("browser");
    expect(path.basename(folder.dir)).toMatch(/^imprimatur-browser-\w{6}$/);
    expect((await stat(folder.dir)).mode & 0o777).toBe(0o700);
    await writeFile(path.join(folder.dir, "file"), "");
    await folder.remove();
    await folder.remove();
    expect(await readdir(dir)).toEqual([]);
  });

  it("of a run that was killed goes with the next, that of a run at work stays", async () => {
    const [killed, working] = [
      await foldersOfAnother("imprimatur-browser-AAAAAA"),
      await foldersOfAnother("imprimatur-verapdf-BBBBBB"),
    ];
    await killed.kill();
    const folder = await openTemporaryFolder("browser");
    expect((await readdir(dir)).sort()).toEqual(
      ["imprimatur-verapdf-BBBBBB", path.basename(folder.dir)].sort(),
    );
    await working.kill();
    await folder.remove();
    await (await openTemporaryFolder("verapdf")).remove();
    expect(await readdir(dir)).toEqual([]);
  });

  it("that was being removed, or has no lock yet, goes too", async () => {
    await mkdir(path.join(dir, "imprimatur-browser-AAAAAA.removed"));
    await mkdir(path.join(dir, "imprimatur-browser-BBBBBB"));
    await (await openTemporaryFolder("browser")).remove();
    expect(await readdir(dir)).toEqual([]);
  });

  it("has a name that no other folder has, and no link leads out of it", async () => {
    const outside = path.join(dir, "outside");
    await mkdir(path.join(outside, "kept"), { recursive: true });
    await symlink(outside, path.join(dir, "imprimatur-browser-AAAAAA"));
    await mkdir(path.join(dir, "imprimatur-browser-BBBBBB"));
    await symlink(outside, path.join(dir, "imprimatur-browser-BBBBBB", "link"));
    const others = [
      "imprimatur-browser-",
      "imprimatur-browser-AAAAAAA",
      "imprimatur-project-AAAAAA",
    ];
    for (const name of others) await mkdir(path.join(dir, name));
    await (await openTemporaryFolder("browser")).remove();
    expect((await readdir(dir)).sort()).toEqual(
      ["imprimatur-browser-AAAAAA", "outside", ...others].sort(),
    );
    await expect(access(path.join(outside, "kept"))).resolves.toBeUndefined();
  });

  it("is each run's own, however many begin at once", async () => {
    const folders = await Promise.all(
      Array.from({ length: 20 }, () => openTemporaryFolder("browser")),
    );
    expect(new Set(folders.map((folder) => folder.dir)).size).toBe(20);
    for (const folder of folders) await access(folder.dir);
    await Promise.all(folders.map((folder) => folder.remove()));
    expect(await readdir(dir)).toEqual([]);
  });

  it("that cannot be made is an error of the system's", async () => {
    vi.stubEnv("TMPDIR", path.join(dir, "missing"));
    await expect(openTemporaryFolder("browser")).rejects.toMatchObject({ code: "ENOENT" });
  });
});
