/**
 * The package as someone installs it: packed from the sources, then installed from the file into a folder
 * that has nothing else, by an npm of one's choice, with no variable of the environment that npm or the
 * program could read.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { CommandResult } from "./project.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** The one that runs the tests: recent enough for the package. */
const NODE = process.execPath;
/** Where a machine keeps certificates of its own is no setting of the program. */
const KEPT_VARIABLES = ["HOME", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE"];

export interface PackedFile extends AsyncDisposable {
  /** The `.tgz`, absolute. */
  readonly file: string;
}

export async function packFile(): Promise<PackedFile> {
  const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-packed-"));
  const { stdout } = await promisify(execFile)(
    NODE,
    [path.join(ROOT, "node_modules/tsx/dist/cli.mjs"), "packaging/pack.ts", "--output", dir],
    { cwd: ROOT },
  );
  return {
    file: stdout.trim(),
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  };
}

export interface InstalledPackage extends AsyncDisposable {
  /** With `node_modules/`. */
  readonly dir: string;
  /** `npx imprimatur …` in that folder, without a terminal. */
  readonly npx: (...args: readonly string[]) => Promise<CommandResult>;
}

/** @param npm its version, such as `10`. */
export async function installPackage(file: string, npm: string): Promise<InstalledPackage> {
  const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-installed-"));
  const npmDir = await mkdtemp(path.join(tmpdir(), "imprimatur-npm-"));
  const npmBin = path.join(npmDir, "node_modules/npm/bin");
  const start = (program: string, args: readonly string[], cwd: string): Promise<CommandResult> =>
    new Promise((resolve) => {
      const env = Object.fromEntries([
        ["PATH", `${path.dirname(NODE)}${path.delimiter}/usr/bin${path.delimiter}/bin`],
        ...KEPT_VARIABLES.flatMap((name) => {
          const value = process.env[name];
          return value === undefined ? [] : [[name, value] as const];
        }),
      ]);
      execFile(NODE, [program, ...args], { cwd, env }, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
        resolve({ code, stdout, stderr });
      });
    });
  const ok = ({ code, stdout, stderr }: CommandResult): void => {
    if (code !== 0) throw new Error(`npm ${npm} ended with ${code}\n${stdout}\n${stderr}`);
  };
  await promisify(execFile)("npm", ["install", "--prefix", npmDir, `npm@${npm}`], { cwd: npmDir });
  ok(await start(path.join(npmBin, "npm-cli.js"), ["install", file], dir));
  return {
    dir,
    npx: (...args) =>
      start(path.join(npmBin, "npx-cli.js"), ["--no-install", "imprimatur", ...args], dir),
    [Symbol.asyncDispose]: async () => {
      await rm(dir, { recursive: true, force: true, maxRetries: 3 });
      await rm(npmDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
