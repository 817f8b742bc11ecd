/**
 * What chapters and parts are, whatever their theme: schemas, which are the authors' documentation too.
 * Input: nothing; output: schemas and their types. It reads no file.
 *
 * The content folder:
 *
 *     content/publication.yaml       the publication and its editions
 *     content/*.md, content/…/*.md   chapters; a folder with a part.md is a part of the publication
 *     content/images/                photographs and pictures, in any folder
 *
 * A Markdown file opens with its fields in YAML between two lines of `---`, and goes on with its
 * text. Its name without `.md`, and without a number before it, is its slug: small letters without
 * accents, digits and hyphens, used once in the publication. The slug of a part is the name of its
 * folder, in the same way.
 *
 * Plain text everywhere: straight apostrophes, plain spaces. The build sets no-break spaces,
 * guillemets round quotations and curly apostrophes by the rules of the language.
 *
 * A field said to be "inline Markdown" takes emphasis, links and language marks, as texts do:
 * `[Bücherschiff]{lang=de}` is German in an English text. In YAML, put a value that begins with `[`
 * between single quotes, and write an apostrophe inside them twice:
 * `'[Bücherschiff]{lang=de} isn''t English'`.
 *
 * Headings in a text begin at `##`: the title above them comes from the fields. Pictures are named
 * by their path in the content folder, `![A map of Madrid](images/madrid.png)`, and always have a
 * text that stands for them; what only decorates belongs to the styles.
 */
import { z } from "zod";
import { documented, inlineMarkdown, language, plainText } from "../fields/fields.ts";

/** Of a file that is no block of the theme, but text that may have blocks in it. */
export const CHAPTER_KIND = "chapter";
/** Of the file that makes a part of its folder; no file says it of itself. */
export const PART_KIND = "part";

/** Fields that every file may have, a block of the theme as well. */
export const fileFields = {
  kind: documented(
    plainText,
    "what the file is, where it is a block of the theme and not a chapter of text",
    CHAPTER_KIND,
  ).optional(),
  order: documented(
    z.int().min(0),
    "a whole number, which places the file among its neighbours. A number before the file's name does the same. Leave gaps (10, 20, 30), so that something can be put between later.",
    "10",
  ).optional(),
  "short-title": inlineMarkdown(
    "the title where there is little room, at the head of pages and in links to it from its neighbours, in inline Markdown",
    "Our year",
  ).optional(),
  lang: documented(
    language,
    "the language of this file as a BCP 47 tag. Only where it is not the publication's.",
    "en",
  ).optional(),
};

const summary = inlineMarkdown(
  "what it says, in a sentence or two of inline Markdown, which stand before its text",
  "A small library lends books from a boat.",
).optional();

/** A chapter of text: a title, and the text below. */
export const chapterSchema = z.strictObject({
  title: inlineMarkdown("the chapter's heading, in inline Markdown", "Our year"),
  subtitle: inlineMarkdown(
    "what stands below the title, in inline Markdown",
    "From March to December",
  ).optional(),
  authors: documented(
    z.array(plainText).min(1).readonly(),
    "a list of who wrote it, in plain text",
    "[Ada Lovelace]",
  ).optional(),
  summary,
  appendix: documented(
    z.boolean(),
    "true for an appendix: where chapters are numbered, it has a letter in the place of a number",
    "true",
  ).optional(),
  ...fileFields,
});

/** A part: a title above the chapters in its folder. */
export const partSchema = z.strictObject({
  title: inlineMarkdown("the part's heading, in inline Markdown", "The first years"),
  subtitle: chapterSchema.shape.subtitle,
  order: documented(
    fileFields.order.unwrap(),
    "a whole number, which places the part among other parts and chapters. A number before the name of its folder does the same. Leave gaps (10, 20, 30), so that something can be put between later.",
    "10",
  ).optional(),
  "short-title": fileFields["short-title"],
  summary,
  lang: documented(
    language,
    "the language of the part's title and opening text as a BCP 47 tag. Only where it is not the publication's; each chapter says its own.",
    "en",
  ).optional(),
});

export type FileFields = Readonly<z.infer<z.ZodObject<typeof fileFields>>>;
export type ChapterFields = Readonly<z.infer<typeof chapterSchema>>;
export type PartFields = Readonly<z.infer<typeof partSchema>>;
