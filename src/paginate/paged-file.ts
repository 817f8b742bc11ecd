/** The file with Paged.js. The compiled program has one of its own: `program/compiled/paged-file.ts`. */
import { createRequire } from "node:module";
import path from "node:path";

/** As pagedjs-cli ships it for pages, where that package is installed. */
export function pagedFile(): string {
  return path.join(createRequire(import.meta.url).resolve("pagedjs-cli"), "../../dist/browser.js");
}
