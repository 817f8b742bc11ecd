/**
 * What a report says of a publication that is no fault: in which languages nothing is said. Input: a
 * publication; output: notes, one a language that has no file in src/languages/.
 */
import { findLanguage } from "../languages/languages.ts";
import { chaptersByPart } from "../publication/chapters-by-part.ts";
import type { Publication } from "../publication/publication.ts";

export function notesOn(publication: Pick<Publication, "lang" | "chapters">): readonly string[] {
  const unknown = [...languagesOf(publication)].filter((lang) => findLanguage(lang) === undefined);
  return unknown.map(
    (lang) =>
      `no words and no rules of typography in ${nameOf(lang)}: what editions say of themselves there is in English and marked as such`,
  );
}

function languagesOf({ lang, chapters }: Pick<Publication, "lang" | "chapters">): Set<string> {
  const ofTexts = chaptersByPart(chapters).flatMap(({ part, chapters: inGroup }) => [
    part?.lang,
    ...inGroup.flatMap((chapter) => [chapter.lang, ...chapter.after.map((each) => each.lang)]),
  ]);
  return new Set([lang, ...ofTexts].filter((each) => each !== undefined));
}

/** `Finnish (fi)`; the tag alone where it has no name. */
function nameOf(lang: string): string {
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(lang);
  return name === undefined || name === lang ? lang : `${name} (${lang})`;
}
