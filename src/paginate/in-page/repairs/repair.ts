/** What is repaired for paper. Types alone. */

/**
 * - `missing`: words stand for pictures and frames that did not come
 * - `shells`: boxes that scroll open up, bars that stay in sight stand in the text, boxes wider than the
 *   page become as wide as it
 * - `columns`: columns that are taller than a page stand one below the other
 * - `pictures`: pictures larger than the page shrink
 * - `lines`: lines that do not wrap, do
 * - `tables`: tables wider than the page break long words, shrink, or turn their page
 * - `words`: words longer than the line break
 * - `shadows`: text has no shadow, which readers would read once more
 */
export type RepairName =
  "missing" | "shells" | "columns" | "pictures" | "lines" | "tables" | "words" | "shadows";

/** One repair, and what it has changed. */
export interface Repair {
  readonly name: RepairName;
  /** How to name the elements to a person, e.g. `table#prices`; in the order of the document. */
  readonly elements: readonly string[];
}
