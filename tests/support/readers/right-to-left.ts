/**
 * What can be compared of text from right to left in readers that put a line in order by where its
 * glyphs stand and by their own bidirectional algorithm. Input: a word, of a page or of a reader;
 * output: what such readers keep of it. Pure.
 */
import { hasRightToLeft } from "../../../src/pdf/text/text-piece.ts";
import type { PageWords } from "../../../src/judges/pdf/reading/page-words.ts";

export function isRightToLeft({ words, beside }: PageWords): boolean {
  return [...words, ...beside].some(hasRightToLeft);
}

const PUNCTUATION = /[\p{P}\p{S}]/gu;
/** Between digits, or beside them: readers put the parts of a number in another order. */
const BESIDE_DIGITS = /(?<=\p{Nd})[\p{P}\p{S}]+|[\p{P}\p{S}]+(?=\p{Nd})/gu;

/**
 * A word without its punctuation, and the parts of a number one by one. Readers mirror brackets,
 * move punctuation to the other end of a word, and put the mark of a last letter behind it.
 */
export function withoutPunctuation(word: string): readonly string[] {
  return word
    .replace(BESIDE_DIGITS, " ")
    .replace(PUNCTUATION, "")
    .split(" ")
    .filter((part) => part !== "");
}

/** Letters of one direction, with their marks. */
const RUN_OF_LETTERS = /[\p{L}\p{M}]+/gu;
/** Where letters of one direction end and those of the other begin. */
const TURN =
  /(?<=[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])(?=\p{L})(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])|(?<=\p{L})(?<![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])(?=[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])/u;

/** Letters alone, those of either direction by themselves: all else is glued to other words. */
export function lettersOnly(word: string): readonly string[] {
  const runs = word.match(RUN_OF_LETTERS) ?? [];
  return runs.flatMap((run) => run.split(TURN));
}
