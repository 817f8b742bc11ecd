/**
 * The texts of a publication as Eleventy's templates, and what Eleventy makes of them. Input: a
 * project; output: the HTML of each content file. No page is made of them here.
 */
import type { CollectionItem, EleventyConfig } from "@11ty/eleventy";
import type { Project } from "../../project/project.ts";
import { contentFilesOf } from "../../publication/content-files.ts";
import { createMarkdown } from "../../markdown/create-markdown.ts";
import { isTemplate } from "./input-folder.ts";

/** HTML of the texts of content files, by the file's path in the project, e.g. `content/010-the-boat.md`. */
export type Bodies = ReadonlyMap<string, string>;

/** Eleventy would run a text through a language of templates, and then through Markdown. */
const MARKDOWN_ALONE = { templateEngineOverride: "md" };

/**
 * Hands Eleventy the texts that the `publication` stage has read and found right. It does not read
 * the content folder itself, where it would run whatever has the name of a template or of data.
 */
export function addTexts(eleventyConfig: EleventyConfig, { publication }: Project): void {
  // The title of a chapter is an h2, or lower in a part, and its text's headings begin at ##.
  const { tableFiles, html } = publication;
  eleventyConfig.setLibrary(
    "md",
    createMarkdown({
      headingOffset: 1,
      hasLines: true,
      tableFiles,
      allowsHtml: html === "allowed",
    }),
  );
  for (const { file, body } of contentFilesOf(publication.chapters)) {
    // The line before the text keeps a text that begins with --- from being taken for fields.
    eleventyConfig.addTemplate(file, `\n${body}`, MARKDOWN_ALONE);
  }
}

/** What Eleventy has made of the texts, among all else that it has rendered. */
export function bodiesAmong(
  { publication }: Project,
  rendered: readonly Pick<CollectionItem, "inputPath" | "content">[],
): Bodies {
  return new Map(
    contentFilesOf(publication.chapters).flatMap(({ file }) => {
      const text = rendered.find(({ inputPath }) => isTemplate(file, inputPath));
      return text === undefined ? [] : [[file, text.content] as const];
    }),
  );
}
