/**
 * What became of a document's words in what a program reads of a PDF. Input: the words of both;
 * output: counts, and examples. Pure.
 *
 * Words are first matched in order. In what is left between two matches, spaces may stand at other
 * places, as where a line ends in the middle of a word: the letters there are matched in order too, and
 * a word whose letters all follow each other counts as found. Of what is left then, a word that
 * is elsewhere among the words that were read is out of order; else it is lost. What was read and is none
 * of these is added: page numbers, say, or what style sheets put in.
 */
import { matchInOrder } from "./diff.ts";

export interface WordComparison {
  /** Words of the document. */
  readonly total: number;
  /** In their order. */
  readonly inOrder: number;
  /** There, but elsewhere. */
  readonly moved: number;
  /** Not there. */
  readonly lost: number;
  /** Of what was read, words that are not the document's. */
  readonly added: number;
  /** The first lost words and added ones, joined where they follow each other. */
  readonly lostExamples: readonly string[];
  readonly addedExamples: readonly string[];
}

interface Word {
  readonly index: number;
  readonly text: string;
}

/** Letters of a gap that are compared one by one; a longer one is taken as it is. */
const MOST_LETTERS = 20_000;
/** A word of so many letters is no chance find. */
const SURE_LETTERS = 4;
const EXAMPLES = 8;
const LONGEST_EXAMPLE = 80;

export function compareWords(expected: readonly string[], read: readonly string[]): WordComparison {
  const missing: Word[] = [];
  const extra: Word[] = [];
  let [from, readFrom] = [0, 0];
  const end = { one: expected.length, other: read.length };
  for (const { one, other } of [...matchInOrder(expected, read), end]) {
    const gap = settleGap(numbered(expected, from, one), numbered(read, readFrom, other));
    for (const word of gap.missing) missing.push(word);
    for (const word of gap.extra) extra.push(word);
    [from, readFrom] = [one + 1, other + 1];
  }
  const elsewhere = Map.groupBy(extra, ({ text }) => text);
  const lost = missing.filter(({ text }) => elsewhere.get(text)?.shift() === undefined);
  const added = [...elsewhere.values()].flat().sort((a, b) => a.index - b.index);
  return {
    total: expected.length,
    inOrder: expected.length - missing.length,
    moved: missing.length - lost.length,
    lost: lost.length,
    added: added.length,
    lostExamples: examplesOf(lost),
    addedExamples: examplesOf(added),
  };
}

function numbered(words: readonly string[], from: number, to: number): readonly Word[] {
  return words.slice(from, to).map((text, index) => ({ index: from + index, text }));
}

interface Gap {
  readonly missing: readonly Word[];
  readonly extra: readonly Word[];
}

/** Words whose letters all follow each other among those that were read are found. */
function settleGap(missing: readonly Word[], extra: readonly Word[]): Gap {
  if (missing.length === 0 || extra.length === 0) return { missing, extra };
  const letters = missing.flatMap(({ text }) => [...text]);
  const readLetters = extra.flatMap(({ text }) => [...text]);
  if (letters.length + readLetters.length > MOST_LETTERS) return { missing, extra };
  const places = new Map(matchInOrder(letters, readLetters).map(({ one, other }) => [one, other]));
  const readSpans = spansOf(extra);
  let found = spansOf(missing).flatMap((span) => {
    const start = places.get(span.from);
    if (start === undefined) return [];
    const shift = start - span.from;
    for (let at = span.from; at < span.to; at++) if (places.get(at) !== at + shift) return [];
    return [{ word: span.word, from: start, to: span.to + shift }];
  });
  for (;;) {
    const used = lettersIn(found);
    // A short word is found by chance in a longer one, unless all of that is made of found words.
    const sure = found.filter(
      ({ from, to }) =>
        to - from >= SURE_LETTERS ||
        readSpans.every((span) => span.to <= from || span.from >= to || isWithin(span, used)),
    );
    if (sure.length === found.length) break;
    found = sure;
  }
  const used = lettersIn(found);
  const foundWords = new Set(found.map(({ word }) => word));
  return {
    missing: missing.filter((word) => !foundWords.has(word)),
    extra: readSpans.flatMap((span) => (isTouched(span, used) ? [] : [span.word])),
  };
}

/** Letters of a gap, end excluded. */
interface Span {
  readonly word: Word;
  readonly from: number;
  readonly to: number;
}

function spansOf(words: readonly Word[]): readonly Span[] {
  let at = 0;
  return words.map((word) => {
    const from = at;
    at += [...word.text].length;
    return { word, from, to: at };
  });
}

function lettersIn(spans: readonly Span[]): ReadonlySet<number> {
  const letters = new Set<number>();
  for (const { from, to } of spans) for (let at = from; at < to; at++) letters.add(at);
  return letters;
}

function isWithin({ from, to }: Span, letters: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at++) if (!letters.has(at)) return false;
  return true;
}

function isTouched({ from, to }: Span, letters: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at++) if (letters.has(at)) return true;
  return false;
}

function examplesOf(words: readonly Word[]): readonly string[] {
  const runs: { last: number; text: string }[] = [];
  for (const { index, text } of words) {
    const run = runs.at(-1);
    if (run?.last === index - 1) {
      run.last = index;
      if (run.text.length < LONGEST_EXAMPLE) run.text += ` ${text}`;
    } else if (runs.length === EXAMPLES) break;
    else runs.push({ last: index, text });
  }
  return runs.map(({ text }) => text);
}
