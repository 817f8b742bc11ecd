/**
 * Text as words, for comparing what programs read from a PDF. Input: the text of a page, from the
 * structure tree or from a reader; output: its words, of a reader also where its lines end. Case,
 * apostrophes, hyphens and digits stay as they are. Pure.
 *
 * Two things cannot be known from a reader's text alone. Whether a word goes on after a line that
 * ends in a hyphen: that is decided by the words that are expected. And whether a line ends between
 * words in a script that has no spaces: there, each letter counts as a word.
 */

/** Not seen, and no part of a word: zero-width characters and marks of direction. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff]/g;
const SOFT_HYPHEN = "\u00ad";

/** A line may end after these without a space, and the word goes on. */
const WORD_GOES_ON = /[\u00ad\-\u2010\u2011\u2012\u2013\u2014/]$/;
/** Hyphens that layout may have put there: readers do not tell them from those of the author. */
const HYPHEN = /[\u00ad\-\u2010]$/;

/** Scripts that put no space between words; marks stay with their letters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uffef]\p{M}*/gu;

/** The most pieces that one word can be in. */
const MOST_PIECES = 8;

/** No reader should ever report these: private use, controls, what is no character. */
const UNREADABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\p{Co}\ufffc-\uffff\p{Cs}]/u;

export function isReadable(word: string): boolean {
  return !UNREADABLE.test(word);
}

export interface ReaderWord {
  readonly text: string;
  /** The reader ends a line after it. */
  readonly endsLine: boolean;
}

/** Words of text whose lines do not end: what the structure tree or the source says. */
export function wordsOf(text: string): readonly string[] {
  return spacedWords(text.replace(UNSPACED, " $& "));
}

/**
 * Words of text that a reader gave in lines. Where a line ends in a hyphen, its last word and the
 * next one are one word, with the hyphen or without, if that word is expected; before the end of
 * the page, or before other text, a word loses its hyphen if it is expected without.
 * @param expected every word that the page should have.
 */
export function wordsOfLines(text: string, expected: ReadonlySet<string>): readonly ReaderWord[] {
  const pieces = linePieces(text);
  const words: ReaderWord[] = [];
  for (let at = 0; at < pieces.length;) {
    const { word, count } = wholeWord(pieces, at, expected);
    at += count;
    words.push(...lineWords(word, pieces[at - 1]?.endsLine === true));
  }
  return words;
}

interface LinePiece {
  readonly text: string;
  readonly endsLine: boolean;
  /** Its line ends after it where words go on. */
  readonly goesOn: boolean;
}

function lineWords(text: string, endsLine: boolean): readonly ReaderWord[] {
  return wordsOf(text).map((word, at, all) => ({
    text: word,
    endsLine: endsLine && at === all.length - 1,
  }));
}

function linePieces(text: string): readonly LinePiece[] {
  return text
    .normalize("NFC")
    .replace(UNSEEN, "")
    .split(/[\r\n\f\u2028\u2029]+/)
    .flatMap((line) => {
      // A soft hyphen within a line is where the line might have ended.
      const pieces = line.split(/\s+/).filter((piece) => piece !== "");
      return pieces.map((piece, index) => {
        const endsLine = index === pieces.length - 1;
        const goesOn = endsLine && WORD_GOES_ON.test(piece);
        const end = goesOn ? piece.slice(-1) : "";
        const start = goesOn ? piece.slice(0, -1) : piece;
        return { text: start.replaceAll(SOFT_HYPHEN, "") + end, endsLine, goesOn };
      });
    });
}

/** The longest expected word that starts with a piece, and of how many pieces it is. */
function wholeWord(
  pieces: readonly LinePiece[],
  at: number,
  expected: ReadonlySet<string>,
): { readonly word: string; readonly count: number } {
  const first = pieces[at]?.text ?? "";
  let variants = pieces[at]?.goesOn === true ? endings(first) : [first];
  let found = {
    word: variants.find((variant) => expected.has(variant)) ?? variants[0] ?? "",
    count: 1,
  };
  for (let count = 2; count <= MOST_PIECES && pieces[at + count - 2]?.goesOn === true; count++) {
    const next = pieces[at + count - 1];
    if (next === undefined) break;
    const parts = next.goesOn ? endings(next.text) : [next.text];
    variants = variants.flatMap((start) => parts.map((part) => start + part)).slice(0, 64);
    const word = variants.find((variant) => expected.has(variant));
    if (word !== undefined) found = { word, count };
  }
  return found;
}

/** As written, except that a soft hyphen is never part of a word, and without its hyphen. */
function endings(piece: string): readonly string[] {
  const bare = piece.slice(0, -1);
  if (piece.endsWith(SOFT_HYPHEN)) return [bare];
  // A hyphen that stands alone is a dash, and no word goes on after it.
  return HYPHEN.test(piece) && bare !== "" ? [piece, bare] : [piece];
}

/** What spaces and line ends part, in all scripts, without what is not seen. */
export function spacedWords(text: string): readonly string[] {
  return text
    .normalize("NFC")
    .replaceAll(SOFT_HYPHEN, "")
    .replace(UNSEEN, "")
    .split(/\s+/)
    .filter((word) => word !== "");
}
