/**
 * A publication as an edition has it: with all its chapters, or with those that the edition takes. A part
 * that it takes comes with all its chapters; a chapter that it takes by itself comes without the part.
 * Pure.
 */
import type { Chapter, Publication } from "../publication/publication.ts";
import type { Edition } from "./kinds.ts";

export function withPartsOf(publication: Publication, { parts: chosen }: Edition): Publication {
  if (chosen === undefined) return publication;
  const slugs = new Set(chosen);
  const take = (chapter: Chapter): readonly Chapter[] => {
    const { part, ...byItself } = chapter;
    if (part !== undefined && slugs.has(part.slug)) return [chapter];
    return slugs.has(chapter.slug) ? [byItself] : [];
  };
  return { ...publication, chapters: publication.chapters.flatMap(take) };
}
