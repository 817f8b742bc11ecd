/**
 * Eleventy's configuration, for those who run it alone: the web edition of the project in the current
 * folder, without the rest of the pipeline. `.eleventy.ts` hands it to Eleventy.
 */
import type { EleventyConfig, EleventyDirectories } from "@11ty/eleventy";
import { narrowGrant } from "../build/narrow-grant.ts";
import { OUTPUT_DIR } from "../build/output-folder.ts";
import { openProject } from "../project/project.ts";
import { configureEleventy } from "../web/eleventy/configure.ts";
import { INPUT_DIR } from "../web/eleventy/input-folder.ts";
import { publishedWeb } from "../web/web.ts";

/** Eleventy's own current folder is the project's: it knows no other. */
const PROJECT_DIR = ".";

export async function configure(
  eleventyConfig: EleventyConfig,
): Promise<{ readonly dir: EleventyDirectories }> {
  const project = await openProject(PROJECT_DIR);
  const web = publishedWeb(project, OUTPUT_DIR);
  // Nothing that is made so is judged: what was granted is no more.
  await configureEleventy(eleventyConfig, {
    project,
    web,
    onWritten: () => narrowGrant({ projectDir: PROJECT_DIR, onNotice: say }),
  });
  return { dir: { input: INPUT_DIR, output: web.outputDir } };
}

function say(notice: string): void {
  console.log(`note: ${notice}`);
}
