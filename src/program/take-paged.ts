/**
 * Takes Paged.js into the compiled program: the file that pagedjs-cli ships for pages. The rest of that
 * package, with the browser that it would install, has no part in the program.
 */
import { copyFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pagedFile } from "../paginate/paged-file.ts";
import type { PackagesOf } from "./package-folder.ts";
import { installedWith } from "./installed-with.ts";
import { PAGED_FILE } from "./paged-output.ts";

export async function takePaged(outDir: string): Promise<PackagesOf> {
  const file = pagedFile();
  await copyFile(file, path.join(outDir, PAGED_FILE));
  // What was built into that file, it does not say: at most all that Paged.js needs.
  const cliDir = path.resolve(file, "../..");
  const inside = [cliDir, ...installedWith("pagedjs", createRequire(file))];
  return { inside: inside.sort(), outside: [] };
}
