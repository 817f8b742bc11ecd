/** The options that an edition has in publication.yaml whatever its kind. */
import { documented, slug, text } from "../publication/field-schemas.ts";

export const editionId = documented(
  slug,
  "a name of its own for the edition, in small letters, digits and hyphens",
  "report",
);

export const stylesheet = documented(
  text,
  "the path of a stylesheet in the project's styles/ folder",
  "styles/report.css",
);
