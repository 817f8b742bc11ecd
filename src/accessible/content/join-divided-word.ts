/**
 * A word that layout divides between two lines is said whole before the line ends: viewers join lines
 * by a space, and a screen reader would say two words. Codes stay as they are, with a soft hyphen for
 * the printed one; ActualText says the rest of the word at the hyphen and the next word where the rest
 * stands. Input: the pieces of a line that ends in a hyphen and those of the next; output: both.
 * Pure. ISO 32000-1 §14.8.2.2.3, §14.9.4.
 */
import { SILENT } from "../../pdf/fonts/readable-text.ts";
import type { ReadPiece } from "./read-clusters.ts";

export interface JoinedLines {
  readonly before: readonly ReadPiece[];
  readonly after: readonly ReadPiece[];
}

/** @param endsDivided whether the second line ends in such a hyphen too. */
export function joinDividedWord(
  before: readonly ReadPiece[],
  after: readonly ReadPiece[],
  endsDivided: boolean,
): JoinedLines {
  const hyphen = before.at(-1);
  const restEnd = wordEnd(after, 0);
  if (hyphen === undefined || restEnd === 0) return { before, after };
  // A word without an end is divided again, or goes on in another element.
  if (restEnd === after.length && endsDivided) return { before, after };
  const rest = after.slice(0, restEnd);
  const nextStart = spaceEnd(after, restEnd);
  const nextEnd = wordEnd(after, nextStart);
  const isNextWhole = nextEnd < after.length || !endsDivided;
  const end = isNextWhole ? nextEnd : nextStart;
  const spaces = after.slice(restEnd, nextStart);
  const next = readingOf(after.slice(nextStart, end));
  return {
    before: [
      ...before.slice(0, -1),
      { ...hyphen, actualText: readingOf(rest) + readingOf(spaces) },
    ],
    after: [merged(after.slice(0, end), next === "" ? SILENT : next), ...after.slice(end)],
  };
}

function merged(pieces: readonly ReadPiece[], actualText: string): ReadPiece {
  return {
    glyphs: pieces.flatMap(({ glyphs }) => glyphs),
    texts: pieces.flatMap(({ texts }) => texts),
    actualText,
  };
}

function readingOf(pieces: readonly ReadPiece[]): string {
  return pieces.map(({ texts, actualText }) => actualText ?? texts.join("")).join("");
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
