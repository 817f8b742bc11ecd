/**
 * Puts the package together in a folder: the compiled program, the files of `src/` that it reads (styles,
 * fonts, words, the colour profile) with their licences, the launcher, and a manifest.
 */
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { compileProgram } from "../src/program/compile-program.ts";
import { packageManifest, repositorySchema } from "./manifest.ts";
import { thirdPartyNotices } from "./notices.ts";

/** Copied as they are. */
const COPIED = [
  "LICENSE",
  "README.md",
  "CHANGELOG.md",
  "bin/hand-over.js",
  "bin/imprimatur.js",
  "bin/memory-settings.js",
];
/** Folders that are looked for by name (themes, blocks), and have to be there although they are empty. */
const NAMED_FOLDER = /^(?:themes\/[^/]+(?:\/blocks\/[^/]+)?|house-blocks\/[^/]+)$/;
const CODE = /\.tsx?$/;
const NOT_READ = /(?:^|\/)examples(?:\/|$)/;
const FOLDER_NOTE = "about.txt";

const versionSchema = z.object({ version: z.string() });

/** @param packageDir an empty folder; @returns the version */
export async function assemblePackage(rootDir: string, packageDir: string): Promise<string> {
  const distDir = path.join(packageDir, "dist");
  const standIn = path.join(packageDir, "src");
  await mkdir(distDir, { recursive: true });
  await copyRead(path.join(rootDir, "src"), standIn);
  // Compiled where the sources are as far away as the files of the package will be from `dist/`.
  const seenFrom = path.join(rootDir, "dist");
  const { inside, outside } = await compileProgram({
    programDir: rootDir,
    outDir: distDir,
    seenFrom,
  });
  const modulesDir = path.join(rootDir, "node_modules");
  const manifestText = await readFile(path.join(rootDir, "package.json"), "utf8");
  const repository = repositorySchema.parse(JSON.parse(manifestText));
  const versions = new Map(
    await Promise.all(
      outside.map(async (name) => [name, await versionIn(modulesDir, name)] as const),
    ),
  );
  const manifest = packageManifest(repository, {
    inside: inside.map((folder) => path.relative(modulesDir, folder).replaceAll(path.sep, "/")),
    outside,
    versionOf: (name) => {
      const version = versions.get(name);
      if (version === undefined) throw new Error(`the package ${name} is not installed`);
      return version;
    },
  });
  await writeFile(path.join(packageDir, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(path.join(distDir, "THIRD-PARTY.md"), await thirdPartyNotices(inside));
  for (const name of COPIED) await cp(path.join(rootDir, name), path.join(packageDir, name));
  await cp(path.join(rootDir, "packaging/files"), packageDir, { recursive: true });
  return repository.version;
}

async function versionIn(modulesDir: string, name: string): Promise<string | undefined> {
  try {
    const text = await readFile(path.join(modulesDir, name, "package.json"), "utf8");
    return versionSchema.parse(JSON.parse(text)).version;
  } catch {
    return undefined;
  }
}

/** All but code: of that, the compiled program has what runs. */
async function copyRead(sourceDir: string, targetDir: string): Promise<void> {
  const entries = await readdir(sourceDir, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(sourceDir, file).replaceAll(path.sep, "/");
    if (NOT_READ.test(name)) continue;
    if (entry.isDirectory() && NAMED_FOLDER.test(name)) {
      await mkdir(path.join(targetDir, name), { recursive: true });
      // Empty folders are not packed.
      await writeFile(path.join(targetDir, name, FOLDER_NOTE), "Its code is in dist/.\n");
    } else if (entry.isFile() && !CODE.test(name)) {
      await cp(file, path.join(targetDir, name));
    }
  }
}
