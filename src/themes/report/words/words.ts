/** Words that this theme writes beside those of every edition. Input: a BCP 47 tag. Output: its words. */
import { wordsIn, type WordsByLanguage } from "../../../theme/words-by-language.ts";
import { arabic as ar } from "./arabic.ts";
import { dutch as nl } from "./dutch.ts";
import { americanEnglish, english as en } from "./english.ts";
import { french as fr } from "./french.ts";
import { german as de } from "./german.ts";
import { italian as it } from "./italian.ts";
import { japanese as ja } from "./japanese.ts";
import { polish as pl } from "./polish.ts";
import { brazilianPortuguese, portuguese as pt } from "./portuguese.ts";
import { spanish as es } from "./spanish.ts";
import type { ReportWords } from "./types.ts";

const WORDS: WordsByLanguage<ReportWords> = {
  en,
  "en-US": americanEnglish,
  fr,
  de,
  es,
  it,
  nl,
  pt,
  "pt-BR": brazilianPortuguese,
  pl,
  ar,
  ja,
};

export function reportWords(lang: string): ReportWords {
  return wordsIn(WORDS, lang);
}
