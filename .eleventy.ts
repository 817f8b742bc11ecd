/**
 * Eleventy's configuration, for those who run it alone. Eleventy does not look for this name by itself:
 * `npx @11ty/eleventy --config=.eleventy.ts` makes the web edition of the project in the current
 * folder without the rest of the pipeline. Node.js strips the types of this file; its templates are
 * TSX, which tsx translates.
 */
import { fileURLToPath } from "node:url";
import type { EleventyConfig, EleventyDirectories } from "@11ty/eleventy";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("./tsconfig.json", import.meta.url)) });

/** Eleventy's own current folder is the project's: it knows no other. */
const PROJECT_DIR = ".";

export default async function configure(
  eleventyConfig: EleventyConfig,
): Promise<{ readonly dir: EleventyDirectories }> {
  const { openProject } = await import("./src/project/project.ts");
  const { configureEleventy } = await import("./src/web/eleventy/configure.ts");
  const { INPUT_DIR } = await import("./src/web/eleventy/input-folder.ts");
  const { publishedWeb } = await import("./src/web/web.ts");
  const { OUTPUT_DIR } = await import("./src/build/output-folder.ts");
  const project = await openProject(PROJECT_DIR);
  const web = publishedWeb(project, OUTPUT_DIR);
  // Nothing that is made so is judged: what was granted is no more.
  await configureEleventy(eleventyConfig, { project, web, onWritten: narrow });
  return { dir: { input: INPUT_DIR, output: web.outputDir } };
}

async function narrow(): Promise<void> {
  const { narrowGrant } = await import("./src/build/narrow-grant.ts");
  await narrowGrant({ projectDir: PROJECT_DIR, onNotice: say });
}

function say(notice: string): void {
  console.log(`note: ${notice}`);
}
