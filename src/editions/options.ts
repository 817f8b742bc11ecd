/** The options that an edition has in publication.yaml whatever its kind. */
import { z } from "zod";
import { documented, plainText as text, slug } from "../publication/fields/fields.ts";

const id = documented(
  slug,
  "a name of its own for the edition, in small letters, digits and hyphens",
  "report",
);

const stylesheet = documented(
  z.union([text, z.array(text).min(1).readonly()]),
  "the path of a stylesheet in the project's styles/ folder, or a list of them. Of a list, the later come after the former.",
  "styles/report.css",
);

const parts = documented(
  z.array(text).min(1).readonly(),
  "a list of the chapters and parts that the edition has, by their slugs. A part comes with all its chapters. They come in the publication's order; leave the list out for all of them.",
  "[notre-annee, christelle-costa]",
).optional();

export const editionOptions = { id, stylesheet, parts };
