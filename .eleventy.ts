/**
 * Eleventy's configuration. Eleventy does not look for this name by itself:
 * `npx @11ty/eleventy --config=.eleventy.ts` makes the web edition without the rest of the
 * pipeline. Node.js strips the types of this file; its templates are TSX, which tsx translates.
 */
import { fileURLToPath } from "node:url";
import type { EleventyConfig } from "@11ty/eleventy";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("./tsconfig.json", import.meta.url)) });

export default async function configure(eleventyConfig: EleventyConfig) {
  const { configureEleventy } = await import("./src/web/eleventy.ts");
  // The pipeline hands its settings over. Without it nothing is judged, so what was granted is no more.
  const isAlone = eleventyConfig.globalData.imprimatur === undefined;
  return configureEleventy(eleventyConfig, isAlone ? narrow : undefined);
}

async function narrow(): Promise<void> {
  const { narrowGrant } = await import("./src/build/narrow-grant.ts");
  await narrowGrant({ projectDir: ".", onNotice: say });
}

function say(notice: string): void {
  console.log(`note: ${notice}`);
}
