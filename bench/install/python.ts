/**
 * Packages from PyPI: programs in a virtual environment, and files of packages unpacked. Input: names
 * and versions; output: where they are. It needs a `python3` that has `venv` and `pip`.
 */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { errorLine } from "../programs/conversion.ts";
import { runGroup } from "../programs/run-group.ts";
import { INSTALL_LIMIT_MS, keepInstall, type Versions } from "./kept-install.ts";

/** The Python of the environment. @throws Error with pip's word where it fails. */
export async function installPython(
  dir: string,
  versions: Versions,
  signal: AbortSignal,
): Promise<string> {
  const environment = path.join(dir, "environment");
  const python = path.join(environment, "bin/python");
  await keepInstall(dir, versions, async () => {
    await run("python3", ["-m", "venv", environment], dir, signal);
    const wanted = Object.entries(versions).map(([name, version]) => `${name}==${version}`);
    await run(python, ["-m", "pip", "install", "--quiet", ...wanted], dir, signal);
  });
  return python;
}

/** How a package is published: a wheel, or its source. */
export type Published = "wheel" | "source";

/** The folder of a package's files, which are not installed. */
export async function unpackPython(
  dir: string,
  { name, version, published }: { name: string; version: string; published: Published },
  signal: AbortSignal,
): Promise<string> {
  const files = path.join(dir, "files");
  await keepInstall(dir, { [name]: version }, async () => {
    const kind = published === "wheel" ? "--only-binary" : "--no-binary";
    const args = ["download", "--quiet", "--no-deps", kind, name, "--dest", dir];
    await run("python3", ["-m", "pip", ...args, `${name}==${version}`], dir, signal);
    const archive = (await readdir(dir)).find((file) => /\.(?:whl|zip|tar\.gz)$/u.test(file));
    if (archive === undefined) throw new Error(`pip fetched no file of ${name}`);
    const unpacker = archive.endsWith(".gz") ? "tarfile" : "zipfile";
    await run("python3", ["-m", unpacker, "-e", archive, files], dir, signal);
  });
  return files;
}

async function run(
  program: string,
  args: readonly string[],
  cwd: string,
  signal: AbortSignal,
): Promise<void> {
  const result = await runGroup(program, args, { cwd, signal, timeLimitMs: INSTALL_LIMIT_MS });
  if (result.code !== 0) throw new Error(`${args.slice(0, 3).join(" ")}: ${errorLine(result)}`);
}
