/**
 * "Did you mean …?" Input: a mistyped name and the names that exist. Output: the nearest of them,
 * or undefined where none is near.
 */

/** Levenshtein's distance: how many letters to insert, remove or replace. */
function editDistance(from: string, to: string): number {
  let previousRow = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, fromLetter] of Array.from(from).entries()) {
    const currentRow = [row + 1];
    for (const [column, toLetter] of Array.from(to).entries()) {
      const replaced = (previousRow[column] ?? 0) + (fromLetter === toLetter ? 0 : 1);
      const removed = (previousRow[column + 1] ?? 0) + 1;
      const inserted = (currentRow[column] ?? 0) + 1;
      currentRow.push(Math.min(replaced, removed, inserted));
    }
    previousRow = currentRow;
  }
  return previousRow.at(-1) ?? 0;
}

/** The nearest of `names` if at most a third of its letters (and always one) differ. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  // No name is this long, and the distance takes time that grows with both lengths.
  if (typed.length > 100) return undefined;
  const lowered = typed.toLowerCase();
  const ranked = names
    .map((name) => ({ name, distance: editDistance(lowered, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.name;
}
