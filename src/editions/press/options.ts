/** The entry of a press edition, for a print shop and for office printers, in publication.yaml. */
import { z } from "zod";
import { documented, plainText as text, slug } from "../../publication/fields/fields.ts";
import { editionOptions } from "../options.ts";
import { pagedOptions } from "../paged/options.ts";

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

export const pressOptions = z.strictObject({
  ...editionOptions,
  kind: z.literal("press"),
  ...pagedOptions,
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

export type PressEdition = Readonly<z.infer<typeof pressOptions>>;
