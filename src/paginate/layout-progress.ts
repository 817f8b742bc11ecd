/** How far layout is, as a person who waits reads it. Pure. */
import { countPages } from "../log.ts";

export interface LayoutProgress {
  /** Pages that were begun. */
  readonly pageCount: number;
  /** How many there will be, roughly; undefined where too little is laid out to say so. */
  readonly expectedCount: number | undefined;
}

/** Before, covers and contents say nothing of the pages that come. */
const LEAST_SHARE = 0.05;
const LEAST_PAGES = 10;

/** @param share of the source that stands on the pages before the last one, from 0 to 1; untrusted */
export function layoutProgress(pageCount: number, share: number): LayoutProgress {
  const isKnown = share >= LEAST_SHARE && share <= 1 && pageCount >= LEAST_PAGES;
  if (!isKnown) return { pageCount, expectedCount: undefined };
  const expected = Math.max(pageCount, (pageCount - 1) / share);
  return { pageCount, expectedCount: Math.max(pageCount, roughly(expected)) };
}

/** With two digits that count. */
function roughly(count: number): number {
  return Number(count.toPrecision(2));
}

/** `12 of about 220 pages`, or `12 pages` where nobody knows how many there will be. */
export function describeProgress({ pageCount, expectedCount }: LayoutProgress): string {
  return expectedCount === undefined || expectedCount === pageCount
    ? countPages(pageCount)
    : `${pageCount} of about ${countPages(expectedCount)}`;
}
