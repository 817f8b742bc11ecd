/**
 * Builds the code that runs in pages: one script from a module and all that it imports. Input: where the
 * entry is; output: an expression whose value has what the entry exports. It sets no global, so nothing
 * of it is met by the page, or by another script of the same world. Built in memory, once a process.
 */
import { fileURLToPath } from "node:url";

const bundles = new Map<string, Promise<string>>();

/** @throws Error where the entry, or what it imports, is no module for a browser. */
export function bundleInPage(entry: URL): Promise<string> {
  const known = bundles.get(entry.href);
  if (known !== undefined) return known;
  const bundle = build(fileURLToPath(entry));
  bundles.set(entry.href, bundle);
  return bundle;
}

/** What of the bundler takes time once: it is begun while the browser starts, and nobody waits for it. */
export async function startBundler(): Promise<void> {
  const { transform } = await import("esbuild");
  await transform("");
}

async function build(entry: string): Promise<string> {
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
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
  return `(() => {\n${script.text}\nreturn exported;\n})()`;
}
