/**
 * content/publication.yaml: what the publication is, and the editions it comes in. One zod schema,
 * which is the authors' documentation too: types and messages about wrong fields come from it. Input:
 * nothing. It reads no file and knows nothing of pages. What chapters are is in `chapter-schema.ts`.
 */
import { z } from "zod";
import { documented, language, plainText as text, slug, type Markup } from "./fields.ts";
import { siteAddressFault } from "./site-address.ts";

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
    "large print",
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
  series: documented(
    text,
    "the series or larger work that it is part of, in plain text. Leave it out where there is none.",
    "Reports of the library",
  ).optional(),
  url: documented(
    text.superRefine((address, context) => {
      const fault = siteAddressFault(address);
      if (fault === undefined) return;
      const { message, hint } = fault;
      context.addIssue({ code: "custom", input: address, message, params: { hint } });
    }),
    "the https address of the folder in which the web edition will stand, with a / at its end. Search engines and sites that show links need it; without it the web edition has no canonical address, no picture for shared links and no sitemap. An address under .example is a placeholder, of which each build reminds.",
    "https://www.example.org/our-year/",
  ).optional(),
  colophon: colophon.optional(),
  theme: documented(
    text,
    "the theme that the publication is designed by, such as report",
    "report",
  ).optional(),
  slug: documented(
    slug,
    "the name its files take, in small letters without accents, digits and hyphens",
    "our-year-on-the-quay",
  ),
  editions: documented(
    z.array(editionSchema).min(1).readonly(),
    "a list of editions. Each has an `id`, a `kind` (web, pdf or press) and a `stylesheet`.",
    "{ id: web, kind: web, stylesheet: styles/web.css }",
  ),
});

export type PublicationFields = Readonly<z.infer<typeof publicationSchema>>;
export type WebEdition = Readonly<z.infer<typeof webEditionSchema>>;
export type EditionJudging = z.infer<typeof judgedBy>;
export type PdfEdition = Readonly<z.infer<typeof pdfEditionSchema>>;
/** An edition for a print shop, and for office printers. */
export type PressEdition = Readonly<z.infer<typeof pressEditionSchema>>;
/** An edition that is laid out in pages. */
export type PagedEdition = PdfEdition | PressEdition;
export type Edition = WebEdition | PagedEdition;
