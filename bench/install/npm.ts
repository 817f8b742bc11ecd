/**
 * Packages from npm in a folder of their own, at fixed versions. None of their scripts runs, so
 * nothing is fetched but packages. Input: names and versions; output: the folder of modules.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { errorLine } from "../programs/conversion.ts";
import { runGroup } from "../programs/run-group.ts";
import { INSTALL_LIMIT_MS, keepInstall, type Versions } from "./kept-install.ts";

const QUIET = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];

/** @throws Error with npm's word where it fails. */
export async function installNpm(
  dir: string,
  versions: Versions,
  signal: AbortSignal,
): Promise<string> {
  await keepInstall(dir, versions, async () => {
    const manifest = { private: true, dependencies: versions };
    await writeFile(path.join(dir, "package.json"), JSON.stringify(manifest));
    const env = { ...process.env, PUPPETEER_SKIP_DOWNLOAD: "1", npm_config_loglevel: "error" };
    const args = ["install", ...QUIET, "--omit=dev", "--legacy-peer-deps"];
    const result = await runGroup("npm", args, {
      cwd: dir,
      env,
      signal,
      timeLimitMs: INSTALL_LIMIT_MS,
    });
    if (result.code !== 0) throw new Error(`npm install: ${errorLine(result)}`);
  });
  return path.join(dir, "node_modules");
}
