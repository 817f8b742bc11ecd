/**
 * What authors write, and their documentation: one zod schema for each kind of content file. Types,
 * messages about wrong fields and Eleventy's data schema all come from here. Input: nothing. It
 * reads no file and knows nothing of pages.
 *
 * The content folder:
 *
 *     content/publication.yaml       the publication and its editions
 *     content/testimonials/*.md      someone speaks
 *     content/callouts/*.md          a short text that stands apart
 *     content/figures/*.md           a key figure, in the testimonial it belongs to
 *     content/sections/*.md          a plain chapter
 *     content/images/                photographs and pictures, in any folder but the four above
 *
 * A Markdown file opens with its fields in YAML between two lines of `---`, and goes on with its
 * text. Its name without `.md` is its slug: small letters without accents, digits and hyphens, used
 * once in the publication.
 *
 * Plain text everywhere: straight apostrophes, plain spaces. The build sets no-break spaces,
 * guillemets round quotations and curly apostrophes by the rules of the language.
 *
 * A field said to be "inline Markdown" takes emphasis, links and language marks, as texts do:
 * `[Smart Store]{lang=en}` is English in a French text. In YAML, put a value that begins with `[`
 * between single quotes, and write an apostrophe inside them twice:
 * `'[Smart Store]{lang=en} d''Orange'`.
 *
 * Headings in a text begin at `##`: the title above them comes from the fields. Pictures are named
 * by their path in the content folder, `![A map of Madrid](images/madrid.png)`, and always have a
 * text that stands for them; what only decorates belongs to the styles.
 */
import { z } from "zod";
import { checked, documented, pictureFile, text } from "./field-types.ts";
import { isKnownCountry, isKnownLanguage } from "./language-tag.ts";
import { metadataFields } from "./metadata-schema.ts";
import { siteAddressFault } from "./site-address.ts";

/** Names of files are made of it, on any system: the last part keeps off Windows' device names. */
export const SLUG_PATTERN = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9]+(?:-[a-z0-9]+)*$/u;
export const SLUG_MAX_LENGTH = 80;

const slug = text.max(SLUG_MAX_LENGTH).regex(SLUG_PATTERN, "is not a safe name for a file");

const language = text.refine(isKnownLanguage, {
  message: "is not a known language",
  params: { hint: "use a BCP 47 tag, such as fr, en or es-MX" },
});

const order = documented(
  z.int().min(0),
  "a whole number, which places it among its neighbours. Testimonials, callouts and sections are one sequence; figures are counted within their testimonial. Leave gaps (10, 20, 30), so that something can be put between later.",
  "10",
);

const partLanguage = documented(
  language,
  "the language of this file as a BCP 47 tag. Only where it is not the publication's.",
  "en",
).optional();

const photo = z
  .strictObject({
    file: pictureFile,
    alt: documented(
      text,
      "what the picture shows, in plain text, for those who do not see it",
      "A woman at her desk, three screens behind her",
    ),
    credit: documented(
      text,
      "who made the picture, in plain text, as it is to be printed",
      "Photo: the photographer",
    ),
  })
  .readonly();

/** content/testimonials/*.md: who speaks and one quotation; the text below is what they tell. */
const testimonialSchema = z.strictObject({
  name: documented(text, "the person's name, in plain text", "Nicola Jakeman"),
  role: documented(
    text,
    "what the person does, in inline Markdown",
    "Directrice du CyberSOC au Royaume-Uni",
  ),
  entity: documented(
    text,
    "the company or team the person belongs to, in inline Markdown",
    "Orange Maroc",
  ),
  country: documented(
    text.refine(isKnownCountry, {
      message: "is not a known country",
      params: { hint: "use an ISO 3166-1 code of two capitals, such as FR or MA" },
    }),
    "the country's ISO 3166-1 code of two capitals. It sorts and describes and is never printed: what readers are to read about the country belongs in `role`, `entity` or the text. Leave it out where it is not known.",
    "MA",
  ).optional(),
  quote: documented(
    text.refine((quote) => !/^["«“].*["»”]$/su.test(quote), {
      message: "has quotation marks around it, which the build adds",
      params: { hint: "remove the quotation marks at both ends" },
    }),
    "the sentence that stands out, in inline Markdown, without quotation marks around it",
    "Une résilience remarquable à tous les niveaux.",
  ),
  order,
  photo: photo
    .meta({
      description: "a portrait. Three fields below it: `file`, `alt` and `credit`.",
      examples: ["{ file: images/portrait.jpg, alt: …, credit: … }"],
    })
    .optional(),
  lang: partLanguage,
});

/** content/callouts/*.md: a title; the text below stands apart from the testimonials. */
const calloutSchema = z.strictObject({
  title: documented(text, "the callout's heading, in inline Markdown", "Entraidons-nous"),
  order,
  lang: partLanguage,
});

const CHART_LABEL_LENGTH = 28;

const chartStep = z
  .strictObject({
    label: documented(
      text.max(CHART_LABEL_LENGTH),
      "what the value is, in plain text of 28 characters at most, which is what a telephone's width holds",
      "Premier lien ajouté",
    ),
    value: documented(
      z.number(),
      "a number in the chart's unit, with a point before decimals. What was taken away is below zero.",
      "1.5",
    ),
  })
  .readonly();

const chart = z
  .strictObject({
    title: documented(text, "what the chart shows, in plain text", "Capacité transatlantique"),
    unit: documented(text, "the unit of all its values, as it is printed", "Gbps"),
    spokenUnit: documented(
      text,
      "the unit as it is said, in plain text. Only where it is printed shortened.",
      "gigabits par seconde",
    ).optional(),
    start: chartStep.meta({
      description: "the value that it starts from. Two fields below it: `label` and `value`.",
      examples: ["{ label: Capacité initiale, value: 400 }"],
    }),
    changes: documented(
      z.array(chartStep).min(1).max(6).readonly(),
      "a list of what was added or taken away, one to six. Each has a `label` and a `value`.",
      "[{ label: Premier lien ajouté, value: 100 }]",
    ),
    end: documented(
      text.max(CHART_LABEL_LENGTH),
      "what the total is called, in plain text of 28 characters at most. Its value is computed.",
      "Capacité finale",
    ),
  })
  .readonly();

/** content/figures/*.md: a number; the text below, one paragraph, gives it its meaning. */
const figureSchema = z.strictObject({
  value: documented(
    text,
    "the figure as it is printed, in plain text, with its unit. Between quotes if it is a bare number.",
    "1,8 M",
  ),
  spoken: documented(
    text,
    "the figure as it is said, in plain text. Only where it is printed shortened.",
    "1,8 million",
  ).optional(),
  chart: chart
    .meta({
      description:
        "a build-up chart. Its fields are `title`, `unit`, `spokenUnit`, `start`, `changes` and `end`.",
      examples: ["{ title: …, unit: Gbps, start: …, changes: …, end: … }"],
    })
    .optional(),
  with: documented(
    text,
    "the slug of the testimonial that the figure belongs to: the figure comes after its text",
    "christelle-costa",
  ),
  order,
  lang: partLanguage,
});

/** content/sections/*.md: a plain chapter: a title, and the text below. */
const sectionSchema = z.strictObject({
  title: documented(text, "the chapter's heading, in inline Markdown", "Notre année"),
  order,
  lang: partLanguage,
});

const editionId = documented(
  slug,
  "a name of its own for the edition, in small letters, digits and hyphens",
  "report",
);
const stylesheet = documented(
  text,
  "the path of a stylesheet in the project's styles/ folder",
  "styles/report.css",
);

const webEditionSchema = z.strictObject({
  id: editionId,
  kind: z.literal("web"),
  stylesheet,
});

const typeSize = documented(
  z.number().min(6).max(72),
  "the size of running text in points; headings and spaces follow it",
  "11.5",
).default(11.5);

/** What an edition is held to, where it is more than the judges ask of every edition. */
const judgedBy = z
  .strictObject({
    contrast: documented(
      z.literal([4.5, 7]),
      "4.5 or 7, the least contrast of text to its ground. 4.5 is WCAG's level AA, 7 is AAA, where large text may have 4.5.",
      "7",
    ).default(4.5),
    smallestText: documented(
      z.number().min(1).max(72),
      "the least size of any text, in points",
      "9",
    ).default(9),
  })
  .readonly();

/** The fields of every edition that is laid out in pages. */
const hyphenation = documented(
  z.boolean(),
  "true to divide words at the end of a line, false (as when it is left out) not to",
  "true",
).default(false);
const judges = judgedBy.prefault({}).meta({
  description: "what the edition is held to. `contrast` and `smallestText`.",
  examples: ["{ contrast: 7, smallestText: 18 }"],
});

const pdfEditionSchema = z.strictObject({
  id: editionId,
  kind: z.literal("pdf"),
  stylesheet,
  format: documented(
    // The page sizes that CSS names (CSS Paged Media 3, "Page size").
    z.enum(["A3", "A4", "A5", "B4", "B5", "JIS-B4", "JIS-B5", "letter", "legal", "ledger"]),
    "the size of the page, as CSS names it",
    "A4",
  ),
  typeSize,
  judges,
  hyphenation,
  title: documented(
    text,
    "what tells the edition from others where it is offered, in plain text. Leave it out for the ordinary one.",
    "gros caractères",
  ).optional(),
  suffix: documented(
    slug,
    "what the name of the PDF has after the publication's slug and a hyphen. Only where there are several PDFs.",
    "large-print",
  ).optional(),
});

/** What files for the press are called where the publication does not say. */
export const DEFAULT_SUFFIXES = { press: "brochure", booklet: "booklet" };

/** How sheets of paper are folded or cut, and what an office prints of a press edition. */
const booklet = z
  .strictObject({
    suffix: documented(
      slug,
      "what the name of its PDF has after the publication's slug and a hyphen",
      "booklet",
    ).default(DEFAULT_SUFFIXES.booklet),
    layout: documented(
      z.enum(["booklet", "2-up", "4-up", "cut-and-stack"]),
      "booklet (to fold and staple), 2-up, 4-up or cut-and-stack",
      "booklet",
    ).default("booklet"),
    sheet: documented(
      text,
      "the paper: A4, A3, letter, or millimetres such as 320x450. Leave it out for the next larger sheet.",
      "A3",
    ).optional(),
    creep: documented(
      z.number().min(0).max(1),
      "the thickness of a sheet in millimetres, by which inner sheets of a thick booklet move",
      "0.1",
    ).optional(),
  })
  .readonly();

const PRINTERS_MARKS = ["crop", "registration", "colour-bar", "slug"] as const;

const pressEditionSchema = z.strictObject({
  id: editionId,
  kind: z.literal("press"),
  stylesheet,
  format: documented(
    z.enum(["A4", "A5", "DL", "square"]),
    "the size of the finished page. A4, A5, DL (99 × 210 mm) or square (210 × 210 mm), upright.",
    "A5",
  ),
  typeSize,
  judges,
  hyphenation,
  suffix: documented(
    slug,
    "what the name of its PDF has after the publication's slug and a hyphen",
    "brochure",
  ).default(DEFAULT_SUFFIXES.press),
  bleed: documented(
    z.number().min(0).max(20),
    "how far colour goes beyond the page, in millimetres, so that no white shows where it is cut",
    "3",
  ).default(3),
  marks: documented(
    z.array(z.enum(PRINTERS_MARKS)).readonly(),
    "a list of the marks around the page. crop, registration, colour-bar and slug, all of them where it is left out.",
    "[crop, slug]",
  ).default([...PRINTERS_MARKS]),
  profile: documented(
    text,
    "the path of a CMYK output profile in the project's styles/ folder, as the print shop gives it. Leave it out for FOGRA39 (coated paper).",
    "styles/profiles/uncoated.icc",
  ).optional(),
  inkLimit: documented(
    z.number().min(200).max(400),
    "the most ink in one place, in percent of the four inks together",
    "300",
  ).default(300),
  booklet: booklet
    .meta({
      description:
        "sheets of it for office printers. `suffix`, `layout`, `sheet` and `creep`; leave it out for none.",
      examples: ["{ suffix: booklet }"],
    })
    .optional(),
});

/**
 * An edition is data: a stylesheet under styles/ and an entry here make a new one. At most one
 * edition is the `web` one.
 */
export const editionSchema = z
  .discriminatedUnion("kind", [webEditionSchema, pdfEditionSchema, pressEditionSchema])
  .meta({
    description: "an edition. It has an `id`, a `kind` (web, pdf or press) and a `stylesheet`.",
    examples: ["{ id: web, kind: web, stylesheet: styles/web.css }"],
  });

/** Words that other readers of YAML take for false, and this one takes for a text of one word. */
const MEANT_AS_NONE = /^(?:false|no|none|null|off)$/iu;

const colophon = z.union([
  text.refine((words) => !MEANT_AS_NONE.test(words), {
    message: "would be printed as it is",
    params: { hint: "write `colophon: false`, without quotes, for no colophon" },
  }),
  z.literal(false),
]);

/** content/publication.yaml: what the publication is, and the editions it comes in. */
export const publicationSchema = z.strictObject({
  title: documented(text, "the title, in plain text", "Orange fait face à la Covid-19"),
  lead: documented(
    text,
    "the sentence or two that open the publication, in inline Markdown",
    "Six collaborateurs racontent leur année.",
  ),
  language: documented(language, "the language of the publication as a BCP 47 tag", "fr"),
  publisher: documented(text, "who publishes it, in plain text", "Orange"),
  ...metadataFields,
  series: documented(
    text,
    "the series or larger work that it is part of, in plain text. Leave it out where there is none.",
    "Les cahiers",
  ).optional(),
  url: documented(
    checked(siteAddressFault),
    "the https address of the folder in which the web edition will stand, with a / at its end. Search engines and sites that show links need it; without it the web edition has no canonical address, no picture for shared links and no sitemap. An address under .example is a placeholder, of which each build reminds.",
    "https://www.example.org/our-year/",
  ).optional(),
  colophon: documented(
    colophon,
    "the colophon's text, in Markdown, or false for none. Where it is left out, the colophon says how each edition is made and which judges it must pass.",
    "Printed by the Quay Press on recycled paper.",
  ).optional(),
  theme: documented(
    text,
    "the theme that the publication is designed by, such as report",
    "report",
  ).optional(),
  slug: documented(
    slug,
    "the name its files take, in small letters without accents, digits and hyphens",
    "orange-face-a-la-covid-19",
  ),
  editions: documented(
    z.array(editionSchema).min(1).readonly(),
    "a list of editions. Each has an `id`, a `kind` (web, pdf or press) and a `stylesheet`.",
    "{ id: web, kind: web, stylesheet: styles/web.css }",
  ),
});

export type TestimonialFields = Readonly<z.infer<typeof testimonialSchema>>;
export type CalloutFields = Readonly<z.infer<typeof calloutSchema>>;
export type FigureFields = Readonly<z.infer<typeof figureSchema>>;
export type SectionFields = Readonly<z.infer<typeof sectionSchema>>;
export type PublicationFields = Readonly<z.infer<typeof publicationSchema>>;
export type WebEdition = Readonly<z.infer<typeof webEditionSchema>>;
export type EditionJudging = z.infer<typeof judgedBy>;
export type PdfEdition = Readonly<z.infer<typeof pdfEditionSchema>>;
/** An edition for a print shop, and for office printers. */
export type PressEdition = Readonly<z.infer<typeof pressEditionSchema>>;
/** An edition that is laid out in pages. */
export type PagedEdition = PdfEdition | PressEdition;
export type Edition = WebEdition | PagedEdition;

/** The fields of a Markdown file, once they are right. */
export interface FieldsByKind {
  readonly testimonial: TestimonialFields;
  readonly callout: CalloutFields;
  readonly figure: FigureFields;
  readonly section: SectionFields;
}

export type ContentKind = keyof FieldsByKind;

type ContentSchemas = { readonly [K in ContentKind]: z.ZodObject & z.ZodType<FieldsByKind[K]> };

const contentSchemas: ContentSchemas = {
  testimonial: testimonialSchema,
  callout: calloutSchema,
  figure: figureSchema,
  section: sectionSchema,
};

/** The folder of each kind in the content folder. */
export const contentFolders: Readonly<Record<ContentKind, string>> = {
  testimonial: "testimonials",
  callout: "callouts",
  figure: "figures",
  section: "sections",
};

/**
 * The schema of a Markdown file's fields. It is strict: where other data stands beside the fields,
 * as in Eleventy's data cascade, take `contentSchemaFor(kind).loose()`.
 */
export function contentSchemaFor<K extends ContentKind>(kind: K): ContentSchemas[K] {
  return contentSchemas[kind];
}
