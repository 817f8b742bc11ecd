/**
 * Builds one script of a module for pages and all that it imports. Input: the module's file; output: an
 * expression whose value has what the module exports. It sets no global, so nothing of it is met by the
 * page, or by another script of the same world.
 */

import type { Metafile } from "esbuild";

export interface BuiltInPage {
  readonly script: string;
  /** Which files it was built of, from the current folder. */
  readonly metafile: Metafile;
}

/** @throws Error where the entry, or what it imports, is no module for a browser. */
export async function buildInPage(entry: string): Promise<BuiltInPage> {
  const esbuild = await import("esbuild");
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    globalName: "exported",
    platform: "browser",
    // The browser that comes with the project, and its successors, understand all that is written here.
    target: "esnext",
    charset: "utf8",
    // Function names would need a function of the bundler's.
    keepNames: false,
    legalComments: "none",
    logLevel: "silent",
    tsconfigRaw: {},
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error(`nothing was built of ${entry}`);
  return { script: `(() => {\n${script.text}\nreturn exported;\n})()`, metafile };
}
