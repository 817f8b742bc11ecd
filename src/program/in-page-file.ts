/** Where the compiled program has the script of a module that runs in pages, from its own folder. */

/** @param entry the module's file, from `src/`. */
export function inPageFile(entry: string): string {
  return `in-page/${entry.replaceAll("/", "--").replace(/\.ts$/, ".js")}`;
}
