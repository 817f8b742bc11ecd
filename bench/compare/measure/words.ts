/**
 * The words of a text, for comparing what different programs read. Input: text; output: words. Pure.
 *
 * A word is a run of letters, marks and digits after NFKC, in lower case: ligatures, presentation
 * forms and letters of formulas count as plain ones, and punctuation is not compared. Han, Hiragana,
 * Katakana, Thai, Lao, Khmer and Burmese put no spaces between words: there, each character is one.
 */

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*`;
const WORD = new RegExp(String.raw`${UNSPACED}|(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}])+`, "gu");

export function wordsOf(text: string): readonly string[] {
  return text.replace(INVISIBLE, "").normalize("NFKC").toLowerCase().match(WORD) ?? [];
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff]/u;

/**
 * Letters of words from right to left in one order, whichever that was, and without their marks: some
 * programs paint such text from left to right, and not every reader turns it back.
 */
export function withoutDirection(word: string): string {
  if (!RIGHT_TO_LEFT.test(word)) return word;
  return Array.from(word.normalize("NFD").replace(/\p{M}/gu, "")).sort().join("");
}
