/**
 * A word that a line's end divides is said whole before the line ends: viewers join lines by a space,
 * and a screen reader would say two words. Codes stay as they are, with a soft hyphen for a printed
 * one; ActualText says the rest of the word where the line ends, and the next word where the rest
 * stands. Input: the pieces of a line and of the next; output: both. Pure.
 * ISO 32000-1 §14.8.2.2.3, §14.9.4.
 */
import { SILENT } from "../../pdf/fonts/readable-text.ts";
import { merged, readingOf } from "./read-clusters.ts";
import type { ReadPiece } from "./read-piece.ts";

export interface DividedLines {
  readonly before: readonly ReadPiece[];
  readonly after: readonly ReadPiece[];
  /** Whether the first line ends in a hyphen that layout has put there. */
  readonly isSoft: boolean;
  /** Whether a space was dropped where the first line ends. */
  readonly endsInSpace: boolean;
  /** Whether the last word of the second line does not end with it. */
  readonly goesOn: boolean;
}

export interface JoinedLines {
  readonly before: readonly ReadPiece[];
  readonly after: readonly ReadPiece[];
}

/** Scripts that put no space between words: their lines end anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Longer than any word that is read as one. */
const longestRest = 60;

/** Undefined where nothing is divided. */
export function joinDividedWord(lines: DividedLines): JoinedLines | undefined {
  const { before, after, isSoft, endsInSpace, goesOn } = lines;
  const last = before.at(-1);
  const restEnd = wordEnd(after, 0);
  if (last === undefined || restEnd === 0 || restEnd > longestRest || endsInSpace) return undefined;
  const lastText = readingOf([last]);
  const meeting = lastText + readingOf(after.slice(0, 1));
  if (/\s$/.test(lastText) || (!isSoft && unspaced.test(meeting))) return undefined;
  // A word that is divided once more stays as it is.
  if (restEnd === after.length && goesOn) return undefined;
  const rest = readingOf(after.slice(0, restEnd));
  const nextStart = spaceEnd(after, restEnd);
  const spaces = readingOf(after.slice(restEnd, nextStart));
  const nextEnd = wordEnd(after, nextStart);
  const isNextWhole = nextEnd < after.length || !goesOn;
  // MuPDF 1.28 says the beginning of a word with other letters twice.
  const isPlain = /^[\u0020-\u007E]+$/.test(readingOf(after.slice(nextStart, nextEnd)));
  const end = isNextWhole && isPlain ? nextEnd : nextStart;
  // The space goes with the rest: a viewer looks for a word where the next line begins. Nothing is
  // read as no text at all: PDFium leaves an empty ActualText out and says the rest again.
  const hyphen = { ...last, actualText: (isSoft ? "" : lastText) + rest + spaces };
  const next = readingOf(after.slice(nextStart, end)) || SILENT;
  return {
    before: [...before.slice(0, -1), hyphen],
    after: [merged(after.slice(0, end), next), ...after.slice(end)],
  };
}

function wordEnd(pieces: readonly ReadPiece[], from: number): number {
  const end = pieces.findIndex((piece, at) => at >= from && isSpace(piece));
  return end < 0 ? pieces.length : end;
}

function spaceEnd(pieces: readonly ReadPiece[], from: number): number {
  const end = pieces.findIndex((piece, at) => at >= from && !isSpace(piece));
  return end < 0 ? pieces.length : end;
}

function isSpace(piece: ReadPiece): boolean {
  return /^\s*$/.test(readingOf([piece]));
}
