/**
 * Makes the program that the launcher runs: JavaScript of what is in `src/`, in a few files, and the
 * code that runs in pages, a file for each of its modules. Input: where the program is; output: files in
 * a folder. When it is made, and which is run, is the launcher's business: `bin/compiled-program.js`.
 *
 * What is compiled reads its other files (styles, fonts, words) where they are, in `src/`, and packages
 * are loaded from where they are installed.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { buildInPage } from "../browser/build-in-page.ts";
import { inPageFile } from "./in-page-file.ts";
import { joinPackages, packagesOf, type PackagesOf } from "./package-folder.ts";
import { packagesOutside } from "./packages.ts";
import { modulesByName } from "./modules-by-name.ts";
import { placesInSource } from "./places-in-source.ts";
import { takePa11y } from "./take-pa11y.ts";
import { takePaged } from "./take-paged.ts";
import { threadFile, threadsIn } from "./threads.ts";

export interface CompileOptions {
  /** With `src/`. */
  readonly programDir: string;
  /** Made where it is not there. */
  readonly outDir: string;
  /**
   * For a program that is to be moved together with the files of `src/` that it reads: a folder that is as
   * far from `src/` as the program will be. One that stays looks for them where they are, by whatever way
   * it was reached itself.
   */
  readonly seenFrom?: string;
}

/** What is started, by its name in the output: files from `src/`. */
const ENTRIES = { main: "cli/main.ts", eleventy: "cli/eleventy.ts" };

/** Modules that are others when the program is compiled: those of `program/compiled/`. */
const REPLACED = /\/(bundle-in-page|paged-file|start-thread)\.ts$/;

/**
 * @returns the packages that are in it, and those that it loads.
 * @throws Error with the file and line of what cannot be compiled.
 */
export async function compileProgram(options: CompileOptions): Promise<PackagesOf> {
  const { programDir, outDir } = options;
  const namedDir = options.seenFrom ?? outDir;
  const sourceDir = path.join(programDir, "src");
  const inPage = new Set<string>();
  const threads = (await threadsIn(sourceDir)).map((entry) => [threadFile(entry), entry] as const);
  await mkdir(path.join(outDir, "in-page"), { recursive: true });
  const { metafile, outputFiles } = await build({
    // Written below: source maps name the sources as they are seen from where the program is said to be.
    write: false,
    metafile: true,
    absWorkingDir: programDir,
    entryPoints: Object.fromEntries(
      [...Object.entries(ENTRIES), ...threads].map(([name, file]) => [
        name,
        path.join(sourceDir, file),
      ]),
    ),
    outdir: namedDir,
    outExtension: { ".js": ".mjs" },
    chunkNames: "chunk-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22",
    charset: "utf8",
    jsx: "automatic",
    jsxImportSource: "preact",
    // The stacks of faults are put back into the sources: see `source-stack.ts`.
    sourcemap: "linked",
    sourcesContent: false,
    legalComments: "none",
    logLevel: "silent",
    tsconfigRaw: {},
    plugins: [
      packagesOutside(),
      compiledModules(sourceDir),
      modulesByName(sourceDir),
      placesInSource({
        sourceDir,
        seenFrom: options.seenFrom,
        onInPage: (entry) => inPage.add(entry),
      }),
    ],
  });
  for (const file of outputFiles) {
    await writeFile(path.join(outDir, path.relative(namedDir, file.path)), file.contents);
  }
  const inPages = await Promise.all(
    [...inPage].map(async (entry) => {
      const built = await buildInPage(path.join(sourceDir, entry));
      await writeFile(path.join(outDir, inPageFile(entry)), built.script);
      return packagesOf(built.metafile, process.cwd());
    }),
  );
  return joinPackages([
    packagesOf(metafile, programDir),
    ...inPages,
    await takePa11y(outDir),
    await takePaged(outDir),
  ]);
}

function compiledModules(sourceDir: string): Plugin {
  return {
    name: "compiled-modules",
    setup(build) {
      build.onResolve({ filter: REPLACED }, ({ path: given }) => ({
        path: path.join(sourceDir, "program/compiled", path.basename(given)),
      }));
    },
  };
}
