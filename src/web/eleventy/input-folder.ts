/**
 * Eleventy's input folder, which holds no file: all that Eleventy renders is handed over by us (see
 * docs/decisions/eleventy-virtual-templates.md). It is the program's own, so that Eleventy depends
 * neither on the current folder nor on the project's.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";

export const INPUT_DIR = fileURLToPath(new URL("no-templates", import.meta.url));

/** What Eleventy calls a virtual template, from whatever folder it was started in. */
export function isTemplate(name: string, inputPath: string): boolean {
  return path.resolve(inputPath) === path.join(INPUT_DIR, name);
}
