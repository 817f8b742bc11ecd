/**
 * Takes modules into the compiled program that no other imports: they are found by their names when
 * they are needed (`files/import-default.ts`). Input: the sources; output: in the place of that module
 * one that has them all, each loaded when it is asked for.
 */
import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "esbuild";

/** Themes, their blocks and those of all, and rooms of edition kinds: from `src/`. */
const BY_NAME =
  /^(?:themes\/[^/]+\/theme|(?:themes\/[^/]+\/blocks|house-blocks)\/[^/]+\/block|editions\/[^/]+\/room)\.ts$/;

export function modulesByName(sourceDir: string): Plugin {
  const finder = path.join(sourceDir, "files/import-default.ts");
  return {
    name: "modules-by-name",
    setup(build) {
      build.onResolve({ filter: /\/import-default\.ts$/ }, ({ path: given, resolveDir }) =>
        path.join(resolveDir, given) === finder
          ? { path: "files/import-default.ts", namespace: "modules-by-name" }
          : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: "modules-by-name" }, async () => ({
        contents: finderOf(await namesIn(sourceDir)),
        loader: "js",
        resolveDir: sourceDir,
      }));
    },
  };
}

async function namesIn(sourceDir: string): Promise<readonly string[]> {
  const files = await readdir(sourceDir, { recursive: true });
  return files
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => BY_NAME.test(file))
    .sort();
}

function finderOf(names: readonly string[]): string {
  const loaders = names.map((name) => {
    const file = JSON.stringify(`./${name}`);
    return `[${JSON.stringify(name)}, () => import(${file})]`;
  });
  return `
import { fromSource } from "./program/from-source.ts";
const modules = new Map([${loaders.join(",\n")}]);
export async function importDefault(file) {
  const load = modules.get(fromSource(file));
  if (load === undefined) throw new Error(file + " was not compiled as a module that is found by its name");
  const module = await load();
  return "default" in module ? module.default : undefined;
}`;
}
