/** Words that this theme writes beside those of every edition. Input: a BCP 47 tag. Output: its words. */
import { wordsIn, type WordsByLanguage } from "../../../theme/words-by-language.ts";
import { arabic as ar } from "./arabic.ts";
import { dutch as nl } from "./dutch.ts";
import { english as en } from "./english.ts";
import { french as fr } from "./french.ts";
import { german as de, swissGerman } from "./german.ts";
import { italian as it } from "./italian.ts";
import { japanese as ja } from "./japanese.ts";
import { polish as pl } from "./polish.ts";
import { portuguese as pt } from "./portuguese.ts";
import { spanish as es } from "./spanish.ts";
import type { VoicesWords } from "./types.ts";

const WORDS: WordsByLanguage<VoicesWords> = {
  en,
  fr,
  de,
  "de-CH": swissGerman,
  es,
  it,
  nl,
  pt,
  pl,
  ar,
  ja,
};

export function voicesWords(lang: string): VoicesWords {
  return wordsIn(WORDS, lang);
}
