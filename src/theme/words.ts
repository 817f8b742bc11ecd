/**
 * Interface words: the few words that the pipeline itself writes into an edition, in the
 * publication's language. Input: a BCP 47 tag. Output: its words, English where we have none.
 */
import { isSameLanguage } from "../languages/find-by-language.ts";
import { FALLBACK, findLanguage } from "../languages/languages.ts";
import type { Words } from "../languages/words.ts";

export type { ColophonFacts, Words } from "../languages/words.ts";

/** The interface words for `lang`. */
export function wordsFor(lang: string): Words {
  return (findLanguage(lang) ?? FALLBACK).words;
}

/** The `lang` of an element with words in a text of `around`; undefined where it is the same language. */
export function langOf(words: { readonly lang: string }, around: string): string | undefined {
  return isSameLanguage(words.lang, around) ? undefined : words.lang;
}
