/**
 * What the fields of all schemas are made of: documented values, texts, Markdown, pictures. Input:
 * what a field is for, and an example; output: zod schemas. A field of Markdown or a picture is marked
 * as such, so that readers of fields find them by the schema (see `marked-fields.ts`); its type is
 * marked too, so that components get elements where authors wrote Markdown.
 */
import { z } from "zod";
import { isKnownLanguage } from "./language-tag.ts";

/** How a text is marked up: within a line, or as paragraphs, lists and headings. */
export type Markup = "inline" | "blocks";

/** Inline Markdown as authors write it. */
export type InlineMarkdown = string & z.core.$brand<"inline">;

/** The first sentence of `description` is what messages say was expected, with `example`. */
export function documented<S extends z.ZodType>(
  schema: S,
  description: string,
  example: string,
): S {
  return schema.meta({ description, examples: [example] });
}

export const plainText = z.string().trim().min(1);

/**
 * A field of inline Markdown: emphasis, links and language marks, as texts have them.
 * @param text what else the Markdown must be.
 */
export function inlineMarkdown(
  description: string,
  example: string,
  text: typeof plainText = plainText,
) {
  return text
    .brand<"inline">()
    .meta({ description, examples: [example], markup: "inline" satisfies Markup });
}

/** Names of files are made of it, on any system: the last part keeps off Windows' device names. */
export const SLUG_PATTERN = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9]+(?:-[a-z0-9]+)*$/u;
export const SLUG_MAX_LENGTH = 80;

export const slug = plainText
  .max(SLUG_MAX_LENGTH)
  .regex(SLUG_PATTERN, "is not a safe name for a file");

export const language = plainText.refine(isKnownLanguage, {
  message: "is not a known language",
  params: { hint: "use a BCP 47 tag, such as fr, en or es-MX" },
});

/** The path of a picture, in every field that names one. */
export const pictureFile = documented(
  plainText,
  "the picture's path in the content folder. A .jpg, .jpeg, .png, .webp, .avif or .svg file.",
  "images/portrait.jpg",
);

const pictureFields = {
  file: pictureFile,
  alt: documented(
    plainText,
    "what the picture shows, in plain text, for those who do not see it",
    "A woman at her desk, three screens behind her",
  ),
  credit: documented(
    plainText,
    "who made the picture, in plain text, as it is to be printed",
    "Photo: the photographer",
  ),
};

export type PictureFields = Readonly<z.infer<z.ZodObject<typeof pictureFields>>> &
  z.core.$brand<"picture">;

/** A picture of the content folder. Three fields below it: `file`, `alt` and `credit`. */
export function picture(description: string) {
  return z
    .strictObject(pictureFields)
    .readonly()
    .brand<"picture">()
    .meta({
      description: `${description}. Three fields below it: \`file\`, \`alt\` and \`credit\`.`,
      examples: ["{ file: images/portrait.jpg, alt: …, credit: … }"],
      markup: "picture",
    });
}
