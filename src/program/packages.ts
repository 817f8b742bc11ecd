/**
 * Which packages become part of the compiled program. Input: what modules import; output: the few that
 * have hundreds of small files, which take longer to find than to understand, are taken in; all others
 * are loaded from where they are installed, as they find files of their own there. pa11y is in a folder of
 * the program: see `take-pa11y.ts`. What a package says of itself is part of what asks for it.
 */
import type { Plugin } from "esbuild";
import { packageOf } from "./package-folder.ts";
import { PA11Y_FILE } from "./take-pa11y.ts";

const TAKEN_IN = ["@cantoo/pdf-lib", "culori", "puppeteer", "zod"];
/** What those import. */
const WITH_THEM = [
  "@puppeteer/browsers",
  "fflate",
  "html-entities",
  "node-html-better-parser",
  "puppeteer-core",
  "tslib",
];

const taken: ReadonlySet<string> = new Set([...TAKEN_IN, ...WITH_THEM]);

export function packagesOutside(): Plugin {
  return {
    name: "packages-outside",
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === "entry-point" || taken.has(packageOf(path))) return undefined;
        if (path.endsWith("/package.json")) return undefined;
        return { path: path === "pa11y" ? PA11Y_FILE : path, external: true };
      });
    },
  };
}
