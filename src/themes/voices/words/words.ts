/**
 * Words that this theme writes beside those of every edition. Input: a BCP 47 tag. Output: its words,
 * English where there are none.
 */
import { english } from "./english.ts";
import { french } from "./french.ts";
import type { VoicesWords } from "./types.ts";

const byLanguage = new Map<string, VoicesWords>([
  ["fr", french],
  ["en", english],
]);

/** By the primary subtag (`fr-CA` → French). */
export function voicesWords(lang: string): VoicesWords {
  return byLanguage.get(new Intl.Locale(lang).language) ?? english;
}
