/** A program of a few lines with this one's launcher: what it compiles, when, and what it says. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { CommandResult } from "./project.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What compiles a program is part of it. */
const KEPT = [
  "src/program",
  "src/browser/build-in-page.ts",
  "src/browser/bundle-in-page.ts",
  "src/browser/in-page-module.ts",
  "src/files/import-default.ts",
  "src/paginate/paged-file.ts",
];

export interface SmallProgram extends AsyncDisposable {
  readonly dir: string;
  /** Writes files by their paths in `src/`. */
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  readonly start: (...args: readonly string[]) => Promise<CommandResult>;
  /** Names of the programs that were compiled. */
  readonly compiled: () => Promise<readonly string[]>;
}

/** @param files paths in `src/`; `cli/main.ts` exports `main`. */
export async function openSmallProgram(
  files: Readonly<Record<string, string>>,
): Promise<SmallProgram> {
  const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-program-"));
  for (const kept of ["bin", "package.json", "tsconfig.json", ...KEPT]) {
    await cp(path.join(ROOT, kept), path.join(dir, kept), { recursive: true });
  }
  await symlink(path.join(ROOT, "node_modules"), path.join(dir, "node_modules"));
  const write: SmallProgram["write"] = async (written) => {
    for (const [name, text] of Object.entries(written)) {
      const file = path.join(dir, "src", name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  };
  await write({ "cli/eleventy.ts": "export {};", ...files });
  return {
    dir,
    write,
    start: (...args) =>
      new Promise((resolve) => {
        const argv = [path.join(dir, "bin/imprimatur.js"), ...args];
        const child = execFile(process.execPath, argv, { cwd: dir }, (_, stdout, stderr) => {
          resolve({ code: child.exitCode ?? -1, stdout, stderr });
        });
      }),
    compiled: async () => {
      const names = await readdir(path.join(dir, ".cache/program"));
      return names.filter((name) => /^[0-9a-f]{24}$/.test(name)).sort();
    },
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true, maxRetries: 3 }),
  };
}
