/**
 * Where a publication cites its sources, as its pages have it: ids of links, in the order of reading.
 * Input: a publication; output: its citations with the ids of the links in them, and for each source the
 * links that lead to it. Pure.
 */
import type { Phrase } from "../../../citations/phrases.ts";
import { contentFilesOf } from "../../../publication/content-files.ts";
import type { Publication } from "../../../publication/publication.ts";

/** A link to a source. */
export interface CitationPlace {
  readonly id: string;
  /** In the publication, from 1. */
  readonly number: number;
}

export interface CitationPlaces {
  readonly publication: NonNullable<Publication["citations"]>;
  /** By the file and the number of the citation in it, those of its sources as they come. */
  readonly byFile: ReadonlyMap<string, readonly (readonly CitationPlace[])[]>;
  /** By the source. */
  readonly ofSource: ReadonlyMap<string, readonly CitationPlace[]>;
}

/** Undefined where nothing is cited. */
export function placesOfCitations({
  citations,
  chapters,
}: Pick<Publication, "citations" | "chapters">): CitationPlaces | undefined {
  if (citations === undefined) return undefined;
  const ofSource = new Map<string, CitationPlace[]>();
  let count = 0;
  const placesIn = (slug: string, nth: number, phrases: readonly Phrase[]): CitationPlace[] =>
    sourcesIn(phrases).map((key, index) => {
      count += 1;
      const place = { id: placeId(slug, nth, index), number: count };
      ofSource.set(key, [...(ofSource.get(key) ?? []), place]);
      return place;
    });
  const byFile = new Map(
    contentFilesOf(chapters).map(({ file, slug }) => [
      file,
      (citations.byFile.get(file) ?? []).map((phrases, nth) => placesIn(slug, nth, phrases)),
    ]),
  );
  return { publication: citations, byFile, ofSource };
}

function placeId(slug: string, nth: number, index: number): string {
  return `${slug}-cite-${nth + 1}${index === 0 ? "" : `-${index + 1}`}`;
}

/** Keys, once for each link. */
function sourcesIn(phrases: readonly Phrase[]): readonly string[] {
  return phrases.flatMap((phrase) => {
    if (typeof phrase === "string") return [];
    return phrase.kind === "source" ? [phrase.key] : sourcesIn(phrase.phrases);
  });
}
