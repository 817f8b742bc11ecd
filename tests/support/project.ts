/** A project in a temporary folder, and the command line run in it as a person would. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Project extends AsyncDisposable {
  readonly dir: string;
  /** Writes a file of the project, with the folders it needs. */
  readonly write: (name: string, text: string) => Promise<void>;
  /** Puts these files, by their paths in content/, in the place of the content. */
  readonly replaceContent: (files: Readonly<Record<string, string>>) => Promise<void>;
  /** Runs `imprimatur` in the project's folder. */
  readonly run: (
    args: readonly string[],
    options?: {
      readonly signal?: AbortSignal;
      /** Variables of the environment beside those of this process. */
      readonly env?: Readonly<Record<string, string>>;
    },
  ) => Promise<CommandResult>;
}

/**
 * A copy of a project; the browser is not unpacked again. What stands in content/ and styles/ at the
 * top of the repository is its publisher's: no test may depend on it.
 * @param fixture folder of tests/fixtures/projects.
 */
export async function openProject(fixture = "chapter"): Promise<Project> {
  const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-project-"));
  await cp(path.join(ROOT, "tests/fixtures/projects", fixture), dir, { recursive: true });
  await mkdir(path.join(ROOT, ".cache"), { recursive: true });
  await symlink(path.join(ROOT, ".cache"), path.join(dir, ".cache"));
  const write = async (name: string, text: string): Promise<void> => {
    const file = path.join(dir, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  return {
    dir,
    write,
    replaceContent: async (files) => {
      await rm(path.join(dir, "content"), { recursive: true });
      for (const [name, text] of Object.entries(files)) await write(`content/${name}`, text);
    },
    run: (args, { signal, env } = {}) =>
      new Promise((resolve) => {
        const child = execFile(
          process.execPath,
          [path.join(ROOT, "bin/imprimatur.js"), ...args],
          { cwd: dir, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, ...env } },
          (error, stdout, stderr) => {
            const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
            resolve({ code, stdout, stderr });
          },
        );
        signal?.addEventListener("abort", () => child.kill("SIGINT"), { once: true });
      }),
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true, maxRetries: 3 }),
  };
}
