/*
 * The compiled program of the package: it was made with the package, and nothing is compiled here. It
 * stands in the place of the module that compiles the repository's program when its sources are newer.
 */
import module from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const PACKAGE_DIR = fileURLToPath(new URL("..", import.meta.url));
const PROGRAM_DIR = path.join(PACKAGE_DIR, "dist");
/** Beside the package, where packages keep what can be made again. */
const V8_CACHE_DIR = path.join(PACKAGE_DIR, "../.cache/imprimatur/v8");

export async function loadProgram(entry) {
  return loadFrom(await upToDate(), entry);
}

export async function loadFrom(dir, entry) {
  // What V8 has understood of a file it need not read again. Where it cannot be kept, it is not.
  module.enableCompileCache?.(V8_CACHE_DIR);
  return import(pathToFileURL(path.join(dir, `${entry}.mjs`)).href);
}

export async function upToDate() {
  return PROGRAM_DIR;
}

export function explainFault(error) {
  return `error: the program cannot be loaded\n${error.message}\n  hint: install it again\n`;
}
