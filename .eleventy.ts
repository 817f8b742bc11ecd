/**
 * Eleventy's configuration, for those who run it alone. Eleventy does not look for this name by itself:
 * `npx @11ty/eleventy --config=.eleventy.ts` makes the web edition of the project in the current
 * folder without the rest of the pipeline. Node.js strips the types of this file.
 */
import type { EleventyConfig, EleventyDirectories } from "@11ty/eleventy";
import { loadProgram } from "./bin/compiled-program.js";

export default async function configure(
  eleventyConfig: EleventyConfig,
): Promise<{ readonly dir: EleventyDirectories }> {
  const { configure } = await loadProgram("eleventy");
  return configure(eleventyConfig);
}
