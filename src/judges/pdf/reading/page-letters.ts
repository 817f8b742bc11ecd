/**
 * Whether a reader has the letters of a page, in whatever words and order. Input: what the page says, and
 * the words of the reader; output: yes or no. Pure.
 *
 * In lines from right to left some readers part and move words, and turn brackets and quotation marks
 * round. That their letters are right can be known all the same.
 */
import type { PageWords } from "./page-words.ts";
import type { ReaderWord } from "./reader-words.ts";

/** Signs that are taken for each other where they are turned round. */
const TURNED: Readonly<Record<string, string>> = {
  ")": "(",
  "]": "[",
  "}": "{",
  ">": "<",
  "»": "«",
  "›": "‹",
  "”": "“",
  "’": "‘",
};

/** None of the page's is missing, and all others may be read beside them: artifacts, letters in pictures. */
export function hasLettersOf(
  { words, beside, pictures }: PageWords,
  read: readonly ReaderWord[],
): boolean {
  const spare = lettersOf(read.map(({ text }) => text));
  for (const [letter, count] of lettersOf(words)) {
    const left = (spare.get(letter) ?? 0) - count;
    if (left < 0) return false;
    spare.set(letter, left);
  }
  const others = lettersOf([...beside, pictures]);
  return [...spare].every(([letter, count]) => count <= (others.get(letter) ?? 0));
}

function lettersOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of words.join("")) {
    const letter = TURNED[each] ?? each;
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}
