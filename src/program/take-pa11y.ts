/**
 * Takes pa11y into the compiled program, as the folder `pa11y`. Installed, it brings a browser driver and
 * an axe-core of its own; here it works with those that the program has. What it puts into pages are files
 * of its own, which are copied as they are.
 *
 * axe-core and HTML_CodeSniffer stay outside: pa11y looks for their files.
 */
import { cp, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { packagesOf, type PackagesOf } from "./package-folder.ts";

const FOLDER = "pa11y";
/** What the program imports in its place, from its own folder. */
export const PA11Y_FILE = `./${FOLDER}/pa11y.cjs`;
/** Beside the file that the others are compiled into. */
const COPIED = ["runner.js", "runners"];
/** Files of which pa11y looks for by name. */
const LOOKED_FOR = ["axe-core", "@pa11y/html_codesniffer"];

/** @throws Error where pa11y is built in another way than this one knows. */
export async function takePa11y(outDir: string): Promise<PackagesOf> {
  const entry = createRequire(import.meta.url).resolve("pa11y");
  const sourceDir = path.dirname(entry);
  const outFolder = path.join(outDir, FOLDER);
  const { metafile } = await build({
    absWorkingDir: sourceDir,
    entryPoints: [entry],
    outfile: path.join(outDir, PA11Y_FILE),
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node22",
    charset: "utf8",
    // It is asked for its code, which runs in pages.
    keepNames: false,
    minify: false,
    legalComments: "none",
    logLevel: "silent",
    metafile: true,
    plugins: [lentBrowser()],
    tsconfigRaw: {},
  });
  for (const name of COPIED) {
    await cp(path.join(sourceDir, name), path.join(outFolder, name), { recursive: true });
  }
  // They are no ES modules, as the program around them is.
  await writeFile(path.join(outFolder, "package.json"), '{ "type": "commonjs" }\n');
  const { inside, outside } = packagesOf(metafile, sourceDir);
  return { inside, outside: [...outside, ...LOOKED_FOR].sort() };
}

/** pa11y is always given a page: it starts no browser, and needs nothing that could. */
function lentBrowser(): Plugin {
  return {
    name: "lent-browser",
    setup(build) {
      build.onResolve({ filter: /^puppeteer$/ }, () => ({
        path: "puppeteer",
        namespace: "lent-browser",
      }));
      build.onLoad({ filter: /.*/, namespace: "lent-browser" }, () => ({
        contents:
          'exports.launch = () => { throw new Error("pa11y has to be given a browser and a page"); };',
        loader: "js",
      }));
    },
  };
}
