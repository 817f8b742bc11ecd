/*
 * The compiled program: finds the one that was made of the sources as they are, or makes it, and loads
 * what is asked of it. So nobody has to compile by hand, and none that is out of date runs. Plain
 * JavaScript, as it is there before anything is compiled.
 *
 * A compiled program is a folder of `.cache/program/`, named after what it was made of and where its
 * sources are, which it reads other files from; it is put there whole and never changed. `current.json`
 * says which one fits the sources by their sizes and times alone, so that they need not be read at each
 * start.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import module from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const PROGRAM_DIR = fileURLToPath(new URL("..", import.meta.url));
const CACHE_DIR = path.join(PROGRAM_DIR, ".cache/program");
const CURRENT = path.join(CACHE_DIR, "current.json");
/** What the compiled program is made of, beside the code in `src/`: packages are part of it in pages. */
const ALSO_MADE_OF = ["package-lock.json", "node_modules/.package-lock.json"];
/** A program that still runs may load more of its folder. */
const KEPT_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** @param {"main" | "eleventy"} entry */
export async function loadProgram(entry) {
  return loadFrom(await upToDate(), entry);
}

/** @param dir as `upToDate` gives it */
export async function loadFrom(dir, entry) {
  // What V8 has understood of a file it need not read again.
  module.enableCompileCache?.(path.join(CACHE_DIR, "v8"));
  return import(pathToFileURL(path.join(dir, `${entry}.mjs`)).href);
}

/**
 * @returns the folder of the program that the sources make
 * @throws Error with file and line where the sources cannot be compiled
 */
export async function upToDate() {
  const files = sourceFiles();
  const stamp = hashOf([PROGRAM_DIR, ...files.map((file) => stampOf(file))]);
  const current = readCurrent();
  if (current?.stamp === stamp && isFolder(path.join(CACHE_DIR, current.name))) {
    return path.join(CACHE_DIR, current.name);
  }
  const name = hashOf([PROGRAM_DIR, ...files.map((file) => contentOf(file))]);
  const dir = path.join(CACHE_DIR, name);
  if (!isFolder(dir)) await make(dir);
  await note({ stamp, name });
  return dir;
}

/** Paths from the program's folder, in the order of the alphabet. */
function sourceFiles() {
  const code = readdirSync(path.join(PROGRAM_DIR, "src"), { recursive: true })
    .filter((file) => /\.(?:tsx?|json)$/.test(file))
    .map((file) => path.join("src", file));
  return [...code.sort(), ...ALSO_MADE_OF];
}

function stampOf(file) {
  const stat = statSync(path.join(PROGRAM_DIR, file), { throwIfNoEntry: false });
  return stat === undefined ? `${file} -` : `${file} ${stat.size} ${stat.mtimeMs}`;
}

function contentOf(file) {
  try {
    return [file, readFileSync(path.join(PROGRAM_DIR, file))];
  } catch (error) {
    if (error.code === "ENOENT") return `${file} -`;
    throw error;
  }
}

/** @param parts lists of strings and bytes; where one ends is part of it. */
function hashOf(parts) {
  const hash = createHash("sha256");
  for (const part of parts.flat()) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 24);
}

function readCurrent() {
  try {
    return JSON.parse(readFileSync(CURRENT, "utf8"));
  } catch {
    // Nothing was noted, or another is noting it.
    return undefined;
  }
}

function isFolder(dir) {
  return statSync(dir, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The first process puts it there; another that makes the same leaves it. */
async function make(dir) {
  await mkdir(CACHE_DIR, { recursive: true });
  const making = await mkdtemp(path.join(CACHE_DIR, "making-"));
  try {
    const { tsImport } = await import("tsx/esm/api");
    const { compileProgram } = await tsImport("../src/program/compile-program.ts", {
      parentURL: import.meta.url,
      tsconfig: path.join(PROGRAM_DIR, "tsconfig.json"),
    });
    await compileProgram({ programDir: PROGRAM_DIR, outDir: making });
    await rename(making, dir);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (!isFolder(dir)) throw error;
  }
  await removeOld(dir);
}

/** Words for a person: what cannot be compiled, or why it cannot be kept. */
export function explainFault(error) {
  const places = (error.errors ?? []).map(({ text, location }) =>
    location ? `${location.file}:${location.line}: ${text}` : text,
  );
  const reasons = places.length > 0 ? places : [error.message];
  const hint =
    places.length > 0
      ? "fix it there; nothing older runs in its place"
      : `its sources have changed since it was compiled: see that ${CACHE_DIR} can be written`;
  return `error: the program cannot be compiled\n${reasons.join("\n")}\n  hint: ${hint}\n`;
}

async function removeOld(kept) {
  for (const name of await readdir(CACHE_DIR)) {
    const found = path.join(CACHE_DIR, name);
    const age = Date.now() - (statSync(found, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (found === kept || found === CURRENT || name === "v8" || age < KEPT_FOR_MS) continue;
    await rm(found, { recursive: true, force: true });
  }
}

/** Where it cannot be noted, the sources are read at each start. */
async function note(current) {
  const part = `${CURRENT}.${process.pid}`;
  try {
    await writeFile(part, JSON.stringify(current));
    await rename(part, CURRENT);
    const now = new Date();
    await utimes(path.join(CACHE_DIR, current.name), now, now);
  } catch {
    await rm(part, { force: true });
  }
}
