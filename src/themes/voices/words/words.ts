/** Words that this theme writes beside those of every edition. Input: a BCP 47 tag. Output: its words. */
import { wordsIn } from "../../../theme/words-by-language.ts";
import { english as en } from "./english.ts";
import { french as fr } from "./french.ts";
import type { VoicesWords } from "./types.ts";

export function voicesWords(lang: string): VoicesWords {
  return wordsIn({ en, fr }, lang);
}
