/**
 * content/publication.yaml: what the publication is, and the editions it comes in. One zod schema,
 * which is the authors' documentation too: types and messages about wrong fields come from it. Input:
 * nothing. It reads no file and knows nothing of pages. What chapters are is in `chapter-schema.ts`.
 */
import { z } from "zod";
import { editionSchema, KIND_NAMES } from "../../editions/kinds.ts";
import { chapterList } from "./chapter-list.ts";
import { documented, language, plainText as text, slug, type Markup } from "../fields/fields.ts";
import { checked } from "../fields/field-types.ts";
import { metadataFields } from "./metadata-schema.ts";
import { siteAddressFault } from "../fields/site-address.ts";
import { translations } from "./translations-schema.ts";

/** Words that other readers of YAML take for false, and this one takes for a text of one word. */
const MEANT_AS_NONE = /^(?:false|no|none|null|off)$/iu;

const colophon = z
  .union([
    text.refine((words) => !MEANT_AS_NONE.test(words), {
      message: "would be printed as it is",
      params: { hint: "write `colophon: false`, without quotes, for no colophon" },
    }),
    z.literal(false),
  ])
  .meta({
    description:
      "the colophon's text, in Markdown, or false for none. Where it is left out, the colophon says how each edition is made and which judges it must pass.",
    examples: ["Printed by the Quay Press on recycled paper."],
    markup: "blocks" satisfies Markup,
  });

/** content/publication.yaml: what the publication is, and the editions it comes in. */
export const publicationSchema = z.strictObject({
  title: documented(text, "the title, in plain text", "Our year on the quay"),
  lead: text.meta({
    description: "the sentence or two that open the publication, in inline Markdown",
    examples: ["What a small library did between two winters."],
    markup: "inline" satisfies Markup,
  }),
  language: documented(language, "the language of the publication as a BCP 47 tag", "fr"),
  publisher: documented(text, "who publishes it, in plain text", "Harbour Library"),
  ...metadataFields,
  series: documented(
    text,
    "the series or larger work that it is part of, in plain text. Leave it out where there is none.",
    "Reports of the library",
  ).optional(),
  url: documented(
    checked(siteAddressFault),
    "the https address of the folder in which the web edition will stand, with a / at its end. Search engines and sites that show links need it; without it the web edition has no canonical address, no picture for shared links and no sitemap. An address under .example is a placeholder, of which each build reminds.",
    "https://www.example.org/our-year/",
  ).optional(),
  translations: translations.optional(),
  colophon: colophon.optional(),
  theme: documented(
    text,
    "the theme that the publication is designed by, such as report",
    "report",
  ).optional(),
  blocks: documented(
    z.array(text).readonly(),
    "blocks of other themes, each as `theme/block`. One takes the place of the theme's own block of that name.",
    "[report/note]",
  ).optional(),
  slug: documented(
    slug,
    "the name its files take, in small letters without accents, digits and hyphens",
    "our-year-on-the-quay",
  ),
  bibliography: documented(
    text,
    "the sources that texts cite: the path of a .bib or .json file in the content folder, in BibTeX, BibLaTeX or CSL JSON",
    "references.bib",
  ).optional(),
  csl: documented(
    text,
    "how sources are cited: the name of a style that comes with the program, or the path of a .csl file in the content folder. Where it is left out, as the Chicago manual has it, with author and date.",
    "apa",
  ).optional(),
  nocite: documented(
    text,
    "sources that are listed without being cited, each with an @ before its key, or @* for all",
    '"@doe2020, @roe1999"',
  ).optional(),
  notes: documented(
    z.enum(["foot-of-page", "end-of-text"]),
    "where print editions have the notes of texts: foot-of-page, each on the page that calls it, or end-of-text, in a list at the end of its text, as the web edition has them. Where it is left out, at the foot of the page.",
    "end-of-text",
  ).optional(),
  html: documented(
    z.enum(["refused", "allowed"]),
    "whether texts may have HTML: elements that say what words are, in every edition, and nothing that acts, loads or is styled. Where it is left out, each tag is a fault.",
    "allowed",
  ).optional(),
  chapters: chapterList.optional(),
  editions: documented(
    z.array(editionSchema).min(1).readonly(),
    `a list of editions. Each has an \`id\`, a \`kind\` (${KIND_NAMES}) and a \`stylesheet\`; one that the theme offers needs its \`id\` alone. Where the list is left out, there are all that the theme offers.`,
    "{ id: web, kind: web, stylesheet: styles/web.css }",
  ),
});

/**
 * The same with the fields of a theme beside the engine's.
 * @throws TypeError where a theme has a field of the engine's: nobody could say which is meant.
 */
export function publicationSchemaWith(themeFields: z.ZodObject): z.ZodObject {
  const taken = Object.keys(themeFields.shape).filter((name) =>
    Object.hasOwn(publicationSchema.shape, name),
  );
  if (taken.length > 0) {
    throw new TypeError(`fields of every publication cannot be a theme's: ${taken.join(", ")}`);
  }
  return publicationSchema.extend(themeFields.shape);
}

export type PublicationFields = Readonly<z.infer<typeof publicationSchema>>;
