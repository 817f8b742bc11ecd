/**
 * Which WCAG 2.2 success criteria a rule belongs to, read from the rule's tags (axe-core) or code
 * (HTML_CodeSniffer). Input: those strings; output: numbers such as `1.4.10`. It judges nothing.
 */

/** 4.1.1 Parsing is obsolete and removed from WCAG 2.2; rules tagged with it keep no criterion. */
const removedFromWcag22: ReadonlySet<string> = new Set(["4.1.1"]);

/** `["cat.color", "wcag2aa", "wcag143"]` gives `["1.4.3"]`. */
export function criteriaOfAxeTags(tags: readonly string[]): readonly string[] {
  return tags.flatMap((tag) => {
    const digits = /^wcag(\d)(\d)(\d{1,2})$/.exec(tag);
    return digits === null ? [] : currentCriterion(digits.slice(1));
  });
}

/** `WCAG2AA.Principle1.Guideline1_1.1_1_1.H37` gives `["1.1.1"]`. */
export function criteriaOfHtmlcsCode(code: string): readonly string[] {
  const digits = /\.Guideline\d_\d\.(\d)_(\d)_(\d{1,2})(?:[._]|$)/.exec(code);
  return digits === null ? [] : currentCriterion(digits.slice(1));
}

function currentCriterion(digits: readonly string[]): readonly string[] {
  const criterion = digits.join(".");
  return removedFromWcag22.has(criterion) ? [] : [criterion];
}
