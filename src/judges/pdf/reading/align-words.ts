/**
 * Finds where two lists of words differ. Input: the words that are expected and those that were
 * read; output: the places where words are missing, or more than expected, in order. As few words
 * as possible are counted as different. Pure.
 */

/** `missing` words from `at` of the expected list, and `extra` words from `readAt` of the other. */
export interface WordGap {
  readonly at: number;
  readonly missing: number;
  readonly readAt: number;
  readonly extra: number;
}

/** Beyond this many cells of a table, what lies between the first and last difference is one gap. */
const MAX_CELLS = 25_000_000;

export function alignWords(
  expected: readonly string[],
  read: readonly string[],
): readonly WordGap[] {
  let start = 0;
  const shorter = Math.min(expected.length, read.length);
  while (start < shorter && expected[start] === read[start]) start++;
  let tail = 0;
  while (tail < shorter - start && expected.at(-1 - tail) === read.at(-1 - tail)) tail++;
  const rows = expected.length - start - tail;
  const columns = read.length - start - tail;
  if (rows === 0 && columns === 0) return [];
  if (rows === 0 || columns === 0 || rows * columns > MAX_CELLS) {
    return [{ at: start, missing: rows, readAt: start, extra: columns }];
  }
  const inner = expected.slice(start, start + rows);
  const innerRead = read.slice(start, start + columns);
  return gaps(inner, innerRead).map((gap) => ({
    ...gap,
    at: gap.at + start,
    readAt: gap.readAt + start,
  }));
}

/** By the longest common subsequence: a cell holds its length from there to the end. */
function gaps(expected: readonly string[], read: readonly string[]): readonly WordGap[] {
  const width = read.length + 1;
  const common = new Uint32Array((expected.length + 1) * width);
  const cell = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = expected.length - 1; row >= 0; row--) {
    for (let column = read.length - 1; column >= 0; column--) {
      common[row * width + column] =
        expected[row] === read[column]
          ? cell(row + 1, column + 1) + 1
          : Math.max(cell(row + 1, column), cell(row, column + 1));
    }
  }
  const found: WordGap[] = [];
  let [at, readAt] = [0, 0];
  while (at < expected.length || readAt < read.length) {
    if (at < expected.length && expected[at] === read[readAt]) {
      at++;
      readAt++;
      continue;
    }
    const [fromAt, fromRead] = [at, readAt];
    while (at < expected.length || readAt < read.length) {
      if (at < expected.length && expected[at] === read[readAt]) break;
      const skipRead =
        at === expected.length ||
        (readAt < read.length && cell(at, readAt + 1) >= cell(at + 1, readAt));
      if (skipRead) readAt++;
      else at++;
    }
    found.push({ at: fromAt, missing: at - fromAt, readAt: fromRead, extra: readAt - fromRead });
  }
  return found;
}
