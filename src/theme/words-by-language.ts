/**
 * Words in the language of a publication. Input: words by BCP 47 tag, and a tag. Output: those of its
 * language and region (`pt-BR`), or else of its language (`fr-CA` → `fr`), English where there are none.
 */
import { tagFor } from "../languages/find-by-language.ts";

export interface WordsByLanguage<Words> {
  readonly en: Words;
  readonly [tag: string]: Words;
}

export function wordsIn<Words>(words: WordsByLanguage<Words>, lang: string): Words {
  return words[tagFor(Object.keys(words), lang) ?? "en"] ?? words.en;
}
