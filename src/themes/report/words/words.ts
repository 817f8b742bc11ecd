/**
 * Words that this theme writes beside those of every edition. Input: a BCP 47 tag. Output: its words,
 * English where there are none.
 */
import { english } from "./english.ts";
import { french } from "./french.ts";
import type { ReportWords } from "./types.ts";

const byLanguage = new Map<string, ReportWords>([
  ["fr", french],
  ["en", english],
]);

/** By the primary subtag (`fr-CA` → French). */
export function reportWords(lang: string): ReportWords {
  return byLanguage.get(new Intl.Locale(lang).language) ?? english;
}
