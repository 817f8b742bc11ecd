/**
 * The code of modules that run in pages, in the compiled program: it stands in the place of
 * `browser/bundle-in-page.ts`, and reads what was built with the program. This module's place is that
 * of the output, beside which the scripts are.
 */
import { readFile } from "node:fs/promises";
import { fromSource } from "../from-source.ts";
import { inPageFile } from "../in-page-file.ts";

const scripts = new Map<string, Promise<string>>();

export function bundleInPage(entry: URL): Promise<string> {
  const known = scripts.get(entry.href);
  if (known !== undefined) return known;
  const script = readFile(new URL(inPageFile(fromSource(entry)), import.meta.url), "utf8");
  scripts.set(entry.href, script);
  return script;
}

/** There is none. */
export function startBundler(): Promise<void> {
  return Promise.resolve();
}
