/**
 * Runs in worlds of the page. Which ids the fragment of an address may mean (HTML Standard, "Scrolling to a
 * fragment"): as it is written, and decoded.
 */

/** @param fragment without `#`; none for an empty one. */
export function idsOf(fragment: string): readonly string[] {
  if (fragment === "") return [];
  try {
    return [...new Set([fragment, decodeURIComponent(fragment)])];
  } catch {
    return [fragment];
  }
}
