/** Words that this theme writes beside those of every edition. Input: a BCP 47 tag. Output: its words. */
import { wordsIn } from "../../../theme/words-by-language.ts";
import { english as en } from "./english.ts";
import { french as fr } from "./french.ts";
import type { ReportWords } from "./types.ts";

export function reportWords(lang: string): ReportWords {
  return wordsIn({ en, fr }, lang);
}
