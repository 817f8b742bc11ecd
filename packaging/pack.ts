/**
 * `npm run pack`: the file that `npm install FILE` takes, or `npm publish FILE` publishes. Its name is printed.
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { assemblePackage } from "./assemble.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const { values } = parseArgs({
  options: { output: { type: "string", short: "o", default: ROOT } },
});
const outDir = path.resolve(values.output);
const packageDir = await mkdtemp(path.join(tmpdir(), "imprimatur-package-"));
try {
  const version = await assemblePackage(ROOT, packageDir);
  await mkdir(outDir, { recursive: true });
  // npm is a script of the shell's on Windows; that of Node.js itself is none.
  await promisify(execFile)("npm", ["pack", "--ignore-scripts", "--pack-destination", outDir], {
    cwd: packageDir,
    shell: process.platform === "win32",
  });
  console.log(path.join(outDir, `imprimatur-${version}.tgz`));
} finally {
  await rm(packageDir, { recursive: true, force: true });
}
