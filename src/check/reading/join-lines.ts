/**
 * Joins words that a reader ends lines in. Input: the expected words, those of a reader, and where
 * they differ; output: the reader's words. Pure.
 *
 * Readers tell lines by where letters stand: some end one before and after raised letters (x²), or
 * after each letter of a line that is turned or set from top to bottom. The file has the word whole.
 */
import type { WordGap } from "./align-words.ts";
import type { ReaderWord } from "./reader-words.ts";

/** Letters in a line from top to bottom. */
const MOST_PIECES = 60;

/** Joined is what lines part and an expected word consists of that is missing; nothing else is. */
export function joinLines(
  expected: readonly string[],
  read: readonly ReaderWord[],
  gaps: readonly WordGap[],
): readonly ReaderWord[] {
  const missing = new Set(gaps.flatMap((gap) => expected.slice(gap.at, gap.at + gap.missing)));
  if (missing.size === 0) return read;
  const joined: ReaderWord[] = [];
  let from = 0;
  for (const { readAt, extra } of gaps) {
    joined.push(...read.slice(from, readAt));
    from = readAt + extra;
    joined.push(...joinRun(read.slice(readAt, from), missing));
  }
  joined.push(...read.slice(from));
  return joined;
}

function joinRun(run: readonly ReaderWord[], missing: ReadonlySet<string>): readonly ReaderWord[] {
  const joined: ReaderWord[] = [];
  for (let at = 0; at < run.length;) {
    const count = missing.has(run[at]?.text ?? "") ? 1 : pieceCount(run, at, missing);
    const pieces = run.slice(at, at + count);
    joined.push({
      text: pieces.map(({ text }) => text).join(""),
      endsLine: pieces.at(-1)?.endsLine === true,
    });
    at += count;
  }
  return joined;
}

/** Of how many pieces the word is that starts there; 1 where they make none that is missing. */
function pieceCount(run: readonly ReaderWord[], at: number, missing: ReadonlySet<string>): number {
  let text = "";
  for (let count = 1; count <= MOST_PIECES && at + count <= run.length; count++) {
    const piece = run[at + count - 1];
    if (piece === undefined) break;
    text += piece.text;
    if (count > 1 && missing.has(text)) return count;
    if (!piece.endsLine) break;
  }
  return 1;
}
