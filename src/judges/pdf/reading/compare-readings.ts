/**
 * Compares what a PDF says as a whole with its source. Input: the words of both; output: where they
 * differ. Pure.
 */
import { spacedWords } from "./reader-words.ts";
import { placeBefore, wordMessage } from "./show-words.ts";

export interface ReadingDifference {
  /** What stands before it in the source. */
  readonly where: string;
  readonly message: string;
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

/** At most this many differences are found, and reported one by one. */
export const REPORTED_DIFFERENCES = 20;
/** How far ahead is looked for agreement. */
const SEARCH_WORDS = 400;

export function compareReadings(
  expected: readonly string[],
  read: readonly string[],
): readonly ReadingDifference[] {
  const found: ReadingDifference[] = [];
  let at = 0;
  let readAt = 0;
  while (at < expected.length || readAt < read.length) {
    if (expected[at] === read[readAt]) {
      at++;
      readAt++;
      continue;
    }
    const [skipped, extra] = agreement(expected, read, at, readAt);
    const missing = expected.slice(at, at + skipped);
    const added = read.slice(readAt, readAt + extra);
    const where = placeBefore(expected, at);
    found.push({ where, message: wordMessage(missing, added), missing, added });
    at += skipped;
    readAt += extra;
    if (found.length >= REPORTED_DIFFERENCES) break;
  }
  return found;
}

/** How many words to pass over on either side until both agree again for three words. */
function agreement(
  expected: readonly string[],
  read: readonly string[],
  at: number,
  readAt: number,
): [number, number] {
  const agrees = (i: number, j: number): boolean =>
    [0, 1, 2].every((step) => expected[i + step] === read[j + step]);
  for (let total = 1; total <= SEARCH_WORDS; total++) {
    for (let skipped = 0; skipped <= total; skipped++) {
      if (agrees(at + skipped, readAt + total - skipped)) return [skipped, total - skipped];
    }
  }
  return [expected.length - at, read.length - readAt];
}

/** Words without soft hyphens and case. */
export function foldedWords(text: string): readonly string[] {
  return spacedWords(text).map(foldCase);
}

/** Case is the styles' affair. A ligature is not a case of its letters: it stays as it is. */
export function foldCase(word: string): string {
  // Nearly all words: none of their letters is a ligature or the like.
  if (word.normalize("NFKC") === word) return word.toUpperCase();
  return Array.from(word, (letter) =>
    letter.normalize("NFKC") === letter ? letter.toUpperCase() : letter,
  ).join("");
}
