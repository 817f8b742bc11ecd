/**
 * The code of modules that run in pages. Input: where the module is; output: an expression, see
 * `build-in-page.ts`. Built in memory, once a process: so it is in tests and wherever sources are run.
 * The compiled program has it in files, and `program/compiled/bundle-in-page.ts` in the place of this one.
 */
import { fileURLToPath } from "node:url";
import { buildInPage } from "./build-in-page.ts";

const bundles = new Map<string, Promise<string>>();

/** @throws Error where the entry, or what it imports, is no module for a browser. */
export function bundleInPage(entry: URL): Promise<string> {
  const known = bundles.get(entry.href);
  if (known !== undefined) return known;
  const bundle = buildInPage(fileURLToPath(entry)).then(({ script }) => script);
  bundles.set(entry.href, bundle);
  return bundle;
}

/** What of the bundler takes time once: it is begun while the browser starts, and nobody waits for it. */
export async function startBundler(): Promise<void> {
  const { transform } = await import("esbuild");
  await transform("");
}
