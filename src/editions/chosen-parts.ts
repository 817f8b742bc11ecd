/** A publication as an edition has it: with all its parts, or with those that the edition takes. Pure. */
import type { Publication } from "../publication/publication.ts";
import type { Edition } from "./kinds.ts";

export function withPartsOf(publication: Publication, { parts: chosen }: Edition): Publication {
  if (chosen === undefined) return publication;
  const slugs = new Set(chosen);
  return { ...publication, chapters: publication.chapters.filter(({ slug }) => slugs.has(slug)) };
}
