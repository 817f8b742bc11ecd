/** The folders of a package and of all that it depends on, as they are installed. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";

const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });

/** @param require of a file that could load it. @throws Error where one of them is not installed. */
export function installedWith(name: string, require: NodeJS.Require): readonly string[] {
  const found = new Set<string>();
  collect(name, require, found);
  return [...found];
}

function collect(name: string, require: NodeJS.Require, found: Set<string>): void {
  const dir = folderOf(name, require);
  if (found.has(dir)) return;
  found.add(dir);
  const file = path.join(dir, "package.json");
  const { dependencies } = manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  for (const needed of Object.keys(dependencies)) collect(needed, createRequire(file), found);
}

/** By where it would be looked for: not each package lets its package.json be loaded. */
function folderOf(name: string, require: NodeJS.Require): string {
  const dirs = (require.resolve.paths(name) ?? []).map((modules) => path.join(modules, name));
  const dir = dirs.find((each) => existsSync(path.join(each, "package.json")));
  if (dir === undefined) throw new Error(`the package ${name} is not installed`);
  return dir;
}
