/**
 * How Eleventy renders a project. Our pipeline runs it twice (see `../web.ts`): once for texts and
 * print sources, and once, when the PDFs are there, to write the web edition. Whoever runs Eleventy
 * alone has all in one run. Input: a project; output: the state of Eleventy's configuration object.
 */
import type { EleventyConfig } from "@11ty/eleventy";
import type { Project } from "../../project/project.ts";
import type { ElementsListener } from "../source-marks.ts";
import { addPrintSources } from "./print-sources.ts";
import { addTexts, type Bodies } from "./texts.ts";
import { addWebPages, type WebWriting } from "./web-pages.ts";

/** Eleventy insists on a folder for data, from the input folder; there is none. */
const NO_DATA_DIR = "../.eleventy-has-no-data";

export interface EleventyTask {
  readonly project: Project;
  readonly web: WebWriting;
  /** Texts that a run before has rendered: then neither they nor print sources are rendered. */
  readonly bodies?: Bodies | undefined;
  /** Called when the web edition is whole. */
  readonly onWritten?: (() => Promise<void>) | undefined;
  readonly onElements?: ElementsListener | undefined;
}

/** Eleventy reads nothing but what is added here: no template, no data, no list of what to ignore. */
export async function configureEleventy(
  eleventyConfig: EleventyConfig,
  { project, web, bodies, onWritten, onElements = () => undefined }: EleventyTask,
): Promise<void> {
  eleventyConfig.setUseGitIgnore(false);
  eleventyConfig.setDataFileSuffixes([]);
  eleventyConfig.setDataDirectory(NO_DATA_DIR);
  // Content files are parts of pages, not pages.
  eleventyConfig.addGlobalData("permalink", () => false);
  if (bodies === undefined) {
    addTexts(eleventyConfig, project);
    addPrintSources(eleventyConfig, project, onElements);
  }
  const edition = project.publication.editions.find((each) => each.kind === "web");
  if (edition !== undefined) {
    const task = { ...web, project, edition, bodies, onWritten, onElements };
    await addWebPages(eleventyConfig, task);
  }
}
