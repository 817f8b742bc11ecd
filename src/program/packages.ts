/**
 * Which packages become part of the compiled program. Input: what modules import; output: the few that
 * have hundreds of small files, which take longer to find than to understand, are taken in; all others
 * are loaded from where they are installed, as they find files of their own there.
 */
import type { Plugin } from "esbuild";

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
      build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
        kind === "entry-point" || taken.has(packageOf(path)) ? undefined : { path, external: true },
      );
    },
  };
}

/** The package of `@scope/name/file` or `name/file`. */
function packageOf(specifier: string): string {
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}
