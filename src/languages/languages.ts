/**
 * The languages that have a file of their own. Input: a BCP 47 tag. Output: the language, with what its
 * region has of its own; undefined where there is no file.
 */
import { arabic } from "./arabic.ts";
import { dutch } from "./dutch.ts";
import { americanEnglish, english } from "./english.ts";
import { tagFor } from "./find-by-language.ts";
import { canadianFrench, french } from "./french.ts";
import { german, swissGerman } from "./german.ts";
import { italian } from "./italian.ts";
import { japanese } from "./japanese.ts";
import type { Language } from "./language.ts";
import { polish } from "./polish.ts";
import { brazilianPortuguese, portuguese } from "./portuguese.ts";
import { spanish } from "./spanish.ts";

export const LANGUAGES: readonly Language[] = [
  ...[english, americanEnglish, french, canadianFrench, german, swissGerman],
  ...[spanish, italian, dutch, portuguese, brazilianPortuguese, polish, arabic, japanese],
];

/** Where nothing is said in a language, it is said in this one. */
export const FALLBACK: Language = english;

const byTag: ReadonlyMap<string, Language> = new Map(
  LANGUAGES.map((language) => [language.tag, language]),
);

export function findLanguage(lang: string): Language | undefined {
  const tag = tagFor(byTag.keys(), lang);
  return tag === undefined ? undefined : byTag.get(tag);
}
