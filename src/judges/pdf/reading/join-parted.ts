/**
 * Joins words that a reader parts by where their letters stand. Input: what a page says, the words of
 * a reader, and where they differ; output: the reader's words. Pure.
 *
 * Some readers end a line before and after raised letters (x²), or after each letter of a line that
 * is turned or set from top to bottom; and all see a gap where layout puts one within a word, as
 * after a number in the margin. The file has the word whole.
 */
import type { WordGap } from "./align-words.ts";
import type { PageWords } from "./page-words.ts";
import type { ReaderWord } from "./reader-words.ts";

/** Letters in a line from top to bottom. */
const MOST_PIECES = 60;

/**
 * Joins pieces to a word that is expected and missing, or an artifact's, where lines part them, or
 * where marked contents meet in it.
 */
export function joinParted(
  { words, beside, seams }: PageWords,
  read: readonly ReaderWord[],
  gaps: readonly WordGap[],
): readonly ReaderWord[] {
  const missing = new Set(gaps.flatMap((gap) => words.slice(gap.at, gap.at + gap.missing)));
  const wanted: Wanted = {
    words: new Set([...missing, ...beside]),
    seams: [...seams].filter(([word]) => missing.has(word)),
  };
  const joined: ReaderWord[] = [];
  let from = 0;
  for (const { readAt, extra } of gaps) {
    joined.push(...read.slice(from, readAt));
    from = readAt + extra;
    joined.push(...joinRun(read.slice(readAt, from), wanted));
  }
  joined.push(...read.slice(from));
  return joined;
}

interface Wanted {
  readonly words: ReadonlySet<string>;
  readonly seams: readonly (readonly [word: string, places: ReadonlySet<number>])[];
}

function joinRun(run: readonly ReaderWord[], wanted: Wanted): readonly ReaderWord[] {
  const joined: ReaderWord[] = [];
  for (let at = 0; at < run.length;) {
    const count = wanted.words.has(run[at]?.text ?? "") ? 1 : pieceCount(run, at, wanted);
    const pieces = run.slice(at, at + count);
    joined.push({
      text: pieces.map(({ text }) => text).join(""),
      endsLine: pieces.at(-1)?.endsLine === true,
    });
    at += count;
  }
  return joined;
}

/** Of how many pieces the word is that starts there; 1 where they make none that is wanted. */
function pieceCount(run: readonly ReaderWord[], at: number, { words, seams }: Wanted): number {
  let text = "";
  for (let count = 1; count <= MOST_PIECES && at + count <= run.length; count++) {
    const piece = run[at + count - 1];
    if (piece === undefined) break;
    text += piece.text;
    if (count > 1 && words.has(text)) return count;
    const isSeam = seams.some(([word, places]) => word.startsWith(text) && places.has(text.length));
    if (!piece.endsLine && !isSeam) break;
  }
  return 1;
}
