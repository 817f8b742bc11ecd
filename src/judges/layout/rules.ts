/**
 * The rules of layout, over pages as plain data. Input: the pages in order and what the edition is
 * held to; output: findings. They open nothing.
 */
import { findBrokenWords } from "./broken-words.ts";
import { findClipped, findOverlaps } from "./collisions.ts";
import { findHyphenRuns, findOverflowingLines } from "./lines.ts";
import { findEmptyFeet, findLoneLines, findStrandedHeadings } from "./page-breaks.ts";
import { findNearlyEmptyPages } from "./nearly-empty.ts";
import type { LayoutFinding } from "./layout-info.ts";
import type { LaidOutPage } from "./page-layout.ts";
import { findSmallText } from "./small-text.ts";
import { findWideTables, withoutWideTables } from "./tables.ts";

export interface LayoutLimits {
  /** Least size of any text, superscripts and texts of drawings included, in points. */
  readonly smallestTextPt: number;
}

export function judgeLayout(
  pages: readonly LaidOutPage[],
  { smallestTextPt }: LayoutLimits,
): readonly LayoutFinding[] {
  const besideWideTables = pages.map(withoutWideTables);
  return [
    ...findEmptyFeet(pages),
    ...findNearlyEmptyPages(pages),
    ...findStrandedHeadings(pages),
    ...findLoneLines(pages),
    ...findHyphenRuns(pages),
    ...findBrokenWords(pages),
    ...findWideTables(pages),
    ...findOverflowingLines(besideWideTables),
    ...findClipped(besideWideTables),
    ...findOverlaps(pages),
    ...findSmallText(pages, smallestTextPt),
  ];
}
