/**
 * Levels of headings without gaps. Input: the levels of a document's headings in reading order, from
 * 1; output: a level for each, of which none is skipped. Pure.
 *
 * A heading's level is its depth in the outline: it stands below the last heading before it that has
 * a higher rank (a smaller number), as in the outline that readers build of levels. So siblings stay siblings,
 * no heading gets a larger number, the first gets 1, and levels that skip none stay as they are.
 * Where a document comes back to a level that it had skipped (1, 3, 2), both become the same level:
 * the outline has nothing between them.
 */
export function closedLevels(levels: readonly number[]): number[] {
  const open: number[] = [];
  return levels.map((level) => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return open.length;
  });
}
