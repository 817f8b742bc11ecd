/**
 * Interface words: the few words that the pipeline itself writes into an edition, in the
 * publication's language. Input: a BCP 47 tag. Output: its words, English where we have none.
 */
import { FALLBACK, findLanguage } from "../languages/languages.ts";
import type { Words } from "../languages/words.ts";

export type { ColophonFacts, Words } from "../languages/words.ts";

/** The interface words for `lang`. */
export function wordsFor(lang: string): Words {
  return (findLanguage(lang) ?? FALLBACK).words;
}
