/**
 * Compares what a program reads on a page with what it should read. Input: what the page says and
 * the words that the program gave; output: differences of words and of order, with the words around
 * them. Pure.
 */
import { alignWords, type WordGap } from "./align-words.ts";
import type { PageWords } from "./page-words.ts";
import { joinParted } from "./join-parted.ts";
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
  /**
   * Only with `order`: the reader gives the words in lines of their own. Where they share a line with
   * others it may have sorted the line by where its words stand, as PDFium does.
   */
  readonly ofWholeLines?: boolean;
}

/** The words of a reader's text, split and joined as those of the page are. */
export function readerWords(page: PageWords, text: string): readonly ReaderWord[] {
  const words = new Set(page.words);
  const known = new Set([...words, ...page.beside, ...page.parted.keys()]);
  return wordsOfLines(text, known).flatMap((word) => {
    const parts = words.has(word.text) ? undefined : page.parted.get(word.text);
    if (parts === undefined) return [word];
    return parts.map((text, at) => ({ text, endsLine: word.endsLine && at === parts.length - 1 }));
  });
}

/** In the order of the page; there may be a difference of words and one of order in one place. */
export function comparePage(
  page: PageWords,
  given: readonly ReaderWord[],
): readonly PageDifference[] {
  const { read, gaps } = align(page, given);
  const texts = read.map(({ text }) => text);
  const counts = countDifferences(page, texts, gaps);
  const found = gaps.flatMap((gap) => describe(page, read, gap, counts));
  return [...found, ...unreadable(page, texts, gaps)];
}

/** Once more where words were joined that the reader had parted. */
function align(
  page: PageWords,
  given: readonly ReaderWord[],
): { readonly read: readonly ReaderWord[]; readonly gaps: readonly WordGap[] } {
  const gapsOf = (read: readonly ReaderWord[]): readonly WordGap[] =>
    alignWords(
      page.words,
      read.map(({ text }) => text),
    );
  const gaps = gapsOf(given);
  const read = joinParted(page, given, gaps);
  return read.length === given.length ? { read, gaps } : { read, gaps: gapsOf(read) };
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
  read: readonly ReaderWord[],
  { at, missing, readAt, extra }: WordGap,
  { moved, movedAway, beside, letters }: Counts,
): readonly PageDifference[] {
  const lost = words.slice(at, at + missing).filter((word) => !take(movedAway, word));
  const texts = read.map(({ text }) => text);
  const arrivedAt: number[] = [];
  const added: string[] = [];
  for (let index = readAt; index < readAt + extra; index++) {
    const word = texts[index] ?? "";
    if (take(moved, word)) arrivedAt.push(index);
    else if (!isReadable(word) || !(takeWord(beside, word) || takeLetters(letters, word))) {
      added.push(word);
    }
  }
  const found: PageDifference[] = [];
  if (lost.length > 0 || added.length > 0) {
    const [firstAdded] = added;
    const [list, from] =
      lost[0] === undefined && firstAdded !== undefined
        ? [texts, texts.indexOf(firstAdded, readAt)]
        : [words, words.indexOf(lost[0] ?? "", at)];
    const where = placeBefore(list, from);
    const message = wordMessage(lost, added);
    found.push({ kind: "words", page, where, message, lost, added });
  }
  const [firstArrived] = arrivedAt;
  if (firstArrived !== undefined) {
    const arrived = arrivedAt.map((index) => texts[index] ?? "");
    const where = placeBefore(texts, firstArrived);
    const message = `reads ${quoteWords(arrived)} here, which the structure has elsewhere`;
    found.push({
      kind: "order",
      page,
      where,
      message,
      lost: [],
      added: arrived,
      ofWholeLines: ofWholeLines(read, arrivedAt),
    });
  }
  return found;
}

function ofWholeLines(read: readonly ReaderWord[], places: readonly number[]): boolean {
  return places.every((place) => {
    const startsLine = place === 0 || read[place - 1]?.endsLine === true;
    const endsLine = place === read.length - 1 || read[place]?.endsLine === true;
    return (startsLine || places.includes(place - 1)) && (endsLine || places.includes(place + 1));
  });
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

/** An artifact's word, or several of artifacts that a reader ran together. */
function takeWord(counts: Map<string, number>, word: string): boolean {
  if (take(counts, word)) return true;
  for (const [start, count] of counts) {
    if (count === 0 || start === "" || !word.startsWith(start)) continue;
    counts.set(start, count - 1);
    if (takeWord(counts, word.slice(start.length))) return true;
    counts.set(start, count);
  }
  return false;
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
