/**
 * Lets compiled modules be, for themselves, where their sources are: what they find beside them (styles,
 * fonts, words, packages) they find there. Input: sources as they are compiled; output: the same, with
 * `import.meta.url` as that of the source. On the way it sees which modules run in pages.
 *
 * Modules in `program/compiled/` know that they are compiled, and where.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";

export interface PlacesOptions {
  /** Absolute path of `src/`. */
  readonly sourceDir: string;
  /** See `CompileOptions`; absolute. */
  readonly seenFrom: string | undefined;
  /** @param entry a module that runs in pages, from `src/` */
  readonly onInPage: (entry: string) => void;
}

/** As all of them name their entry: see `browser/in-page-module.ts`. */
const IN_PAGE = /= inPageModule<[^>]*>\(\s*new URL\("(\.[^"]+)", import\.meta\.url\)/g;
const ANY_IN_PAGE = /= inPageModule\b/g;
const OWN_PLACE = /\bimport\.meta\.url\b/g;
const OTHER_PLACE = /\bimport\.meta\.(?:dirname|filename)\b/;

export function placesInSource({ sourceDir, seenFrom, onInPage }: PlacesOptions): Plugin {
  return {
    name: "places-in-source",
    setup(build) {
      build.onLoad({ filter: /\.tsx?$/ }, async ({ path: file }) => {
        const inSource = path.relative(sourceDir, file).replaceAll(path.sep, "/");
        if (inSource.startsWith("..") || inSource.startsWith("program/compiled/")) return undefined;
        const text = await readFile(file, "utf8");
        const entries = [...text.matchAll(IN_PAGE)].map(([, entry = ""]) => entry);
        if (entries.length < [...text.matchAll(ANY_IN_PAGE)].length) {
          throw new Error(`src/${inSource}: the entry of a module for pages is not found`);
        }
        for (const entry of entries) {
          onInPage(path.posix.join(path.posix.dirname(inSource), entry));
        }
        if (OTHER_PLACE.test(text)) {
          throw new Error(`src/${inSource}: of its place, a module can ask import.meta.url alone`);
        }
        const place = placeOf(file, seenFrom);
        return {
          contents: text.replaceAll(OWN_PLACE, () => place),
          loader: file.endsWith("x") ? "tsx" : "ts",
        };
      });
    },
  };
}

/** An expression for the address of a source. All of the output lies in one folder. */
function placeOf(file: string, seenFrom: string | undefined): string {
  if (seenFrom === undefined) return JSON.stringify(pathToFileURL(file).href);
  const way = path.relative(seenFrom, file).split(path.sep).map(encodeURIComponent).join("/");
  return `new URL(${JSON.stringify(way)}, import.meta.url).href`;
}
