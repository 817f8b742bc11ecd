/**
 * Compares what a program reads on a page with what it should read. Input: what the page says and
 * the words that the program gave; output: differences of words and of order, with the words around
 * them. Pure.
 */
import { alignWords, type WordGap } from "./align-words.ts";
import type { PageWords } from "./page-words.ts";
import { joinLines } from "./join-lines.ts";
import { isReadable, wordsOfLines, type ReaderWord } from "./reader-words.ts";
import { placeBefore, quoteWords, wordMessage } from "./show-words.ts";

export interface PageDifference {
  /** Other words than there should be; or the right ones, but not where they should be. */
  readonly kind: "words" | "order";
  /** Counted from 1. */
  readonly page: number;
  /** What stands before it on the page. */
  readonly where: string;
  readonly message: string;
  /** The words that are not read. */
  readonly lost: readonly string[];
  /** The words that are read instead, or as well, or in this place. */
  readonly added: readonly string[];
}

/** The words of a reader's text, split and joined as those of the page are. */
export function readerWords(page: PageWords, text: string): readonly ReaderWord[] {
  const known = new Set([...page.words, ...page.beside, ...page.parted.keys()]);
  return wordsOfLines(text, known).flatMap((word) => {
    const parts = page.parted.get(word.text);
    if (parts === undefined) return [word];
    return parts.map((text, at) => ({ text, endsLine: word.endsLine && at === parts.length - 1 }));
  });
}

/** In the order of the page; there may be a difference of words and one of order in one place. */
export function comparePage(
  page: PageWords,
  given: readonly ReaderWord[],
): readonly PageDifference[] {
  const { read, gaps } = align(page.words, given);
  const counts = countDifferences(page, read, gaps);
  const found = gaps.flatMap((gap) => describe(page, read, gap, counts));
  return [...found, ...unreadable(page, read, gaps)];
}

/** Once more where words were joined that lines had parted. */
function align(
  words: readonly string[],
  given: readonly ReaderWord[],
): { readonly read: readonly string[]; readonly gaps: readonly WordGap[] } {
  const read = given.map(({ text }) => text);
  const gaps = alignWords(words, read);
  const joined = joinLines(words, given, gaps);
  if (joined.length === given.length) return { read, gaps };
  const joinedTexts = joined.map(({ text }) => text);
  return { read: joinedTexts, gaps: alignWords(words, joinedTexts) };
}

interface Counts {
  /** Words that are read elsewhere on the page: how often. */
  readonly moved: Map<string, number>;
  /** The same, taken off where the word is missing. */
  readonly movedAway: Map<string, number>;
  /** Words beside the structure's that may still be read. */
  readonly beside: Map<string, number>;
  /** Letters of pictures that may still be read. */
  readonly letters: Map<string, number>;
}

/**
 * What a reader gives more often than the structure has it is an artifact first. What is then
 * missing in one place and too much in another has moved.
 */
function countDifferences(
  { words, beside, pictures }: PageWords,
  read: readonly string[],
  gaps: readonly WordGap[],
): Counts {
  const missing = counted(gaps.flatMap((gap) => words.slice(gap.at, gap.at + gap.missing)));
  const extra = counted(gaps.flatMap((gap) => read.slice(gap.readAt, gap.readAt + gap.extra)));
  const besideCounts = counted(beside);
  const moved = new Map<string, number>();
  for (const [word, count] of missing) {
    const spare = (extra.get(word) ?? 0) - (besideCounts.get(word) ?? 0);
    moved.set(word, Math.min(count, Math.max(0, spare)));
  }
  const letters = counted([...pictures]);
  return { moved, movedAway: new Map(moved), beside: besideCounts, letters };
}

function describe(
  { page, words }: PageWords,
  read: readonly string[],
  { at, missing, readAt, extra }: WordGap,
  { moved, movedAway, beside, letters }: Counts,
): readonly PageDifference[] {
  const lost = words.slice(at, at + missing).filter((word) => !take(movedAway, word));
  const arrived: string[] = [];
  const added: string[] = [];
  for (const word of read.slice(readAt, readAt + extra)) {
    if (take(moved, word)) arrived.push(word);
    else if (!isReadable(word) || !(take(beside, word) || takeLetters(letters, word))) {
      added.push(word);
    }
  }
  const found: PageDifference[] = [];
  if (lost.length > 0 || added.length > 0) {
    const [firstAdded] = added;
    const [list, from] =
      lost[0] === undefined && firstAdded !== undefined
        ? [read, read.indexOf(firstAdded, readAt)]
        : [words, words.indexOf(lost[0] ?? "", at)];
    const where = placeBefore(list, from);
    const message = wordMessage(lost, added);
    found.push({ kind: "words", page, where, message, lost, added });
  }
  if (arrived.length > 0) {
    const where = placeBefore(read, read.indexOf(arrived[0] ?? "", readAt));
    const message = `reads ${quoteWords(arrived)} here, which the structure has elsewhere`;
    found.push({ kind: "order", page, where, message, lost: [], added: arrived });
  }
  return found;
}

/** Words that are as expected and that no person can read: the source itself has them. */
function unreadable(
  { page }: PageWords,
  read: readonly string[],
  gaps: readonly WordGap[],
): readonly PageDifference[] {
  const different = new Set(
    gaps.flatMap(({ readAt, extra }) => Array.from({ length: extra }, (_, step) => readAt + step)),
  );
  return read.flatMap((word, at): readonly PageDifference[] => {
    if (different.has(at) || isReadable(word)) return [];
    const message = `reads ${quoteWords([word])}, which nobody can read`;
    const where = placeBefore(read, at);
    return [{ kind: "words", page, where, message, lost: [], added: [word] }];
  });
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function takeLetters(counts: Map<string, number>, word: string): boolean {
  const needed = counted([...word]);
  if ([...needed].some(([letter, count]) => (counts.get(letter) ?? 0) < count)) return false;
  for (const letter of word) take(counts, letter);
  return true;
}

/** Takes one off a word's count; false where there is none left. */
function take(counts: Map<string, number>, word: string): boolean {
  const count = counts.get(word) ?? 0;
  if (count === 0) return false;
  counts.set(word, count - 1);
  return true;
}
