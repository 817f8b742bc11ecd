/** Packages by the files that are theirs: which are in what was compiled, and which stay outside. */
import { isBuiltin } from "node:module";
import path from "node:path";
import type { Metafile } from "esbuild";

/** What a file was compiled of, beside its sources. */
export interface PackagesOf {
  /** Folders of packages that are part of it, absolute, in the order of the alphabet. */
  readonly inside: readonly string[];
  /** Names of packages that it imports, in the order of the alphabet. */
  readonly outside: readonly string[];
}

/** @param workingDir from which the bundler names files */
export function packagesOf(metafile: Metafile, workingDir: string): PackagesOf {
  const inside = Object.keys(metafile.inputs).flatMap(
    (file) => packageFolder(path.resolve(workingDir, file)) ?? [],
  );
  const outside = Object.values(metafile.outputs)
    .flatMap(({ imports }) => imports)
    .filter(({ external, path: name }) => external === true && isPackage(name))
    .map(({ path: name }) => packageOf(name));
  return { inside: sortedOnce(inside), outside: sortedOnce(outside) };
}

export function joinPackages(all: readonly PackagesOf[]): PackagesOf {
  return {
    inside: sortedOnce(all.flatMap(({ inside }) => inside)),
    outside: sortedOnce(all.flatMap(({ outside }) => outside)),
  };
}

/** The package of `@scope/name/file` or `name/file`. */
export function packageOf(specifier: string): string {
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

function isPackage(specifier: string): boolean {
  return !isBuiltin(specifier) && !/^[./]/.test(specifier);
}

/** Undefined where the file belongs to no package. @param file absolute */
function packageFolder(file: string): string | undefined {
  const modules = `${path.sep}node_modules${path.sep}`;
  const at = file.lastIndexOf(modules);
  if (at === -1) return undefined;
  const start = at + modules.length;
  const name = packageOf(file.slice(start).replaceAll(path.sep, "/"));
  return file.slice(0, start) + name.replaceAll("/", path.sep);
}

function sortedOnce(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}
