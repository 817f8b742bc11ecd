/**
 * What readers are known to read otherwise in golden cases, whatever a file says, each with the
 * reason. Tests expect exactly these differences: one that is no longer there fails them too.
 */
import type { PageDifference } from "../../src/check/reading/compare-page.ts";

interface KnownDifference {
  readonly reader: string;
  readonly kind: PageDifference["kind"];
  /** Why the reader does so and no file can help it. */
  readonly reason: string;
  /** As reports have them. */
  readonly lines: readonly string[];
}

const KNOWN: Readonly<Record<string, readonly KnownDifference[]>> = {};

/** Cases of which a reader is known to read some pages wrongly, so that those are not compared. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {};

export function pagesLeftOut(reader: string): readonly string[] {
  return LEFT_OUT[reader] ?? [];
}

export const casesWithDifferences: readonly string[] = Object.keys(KNOWN);

export function knownDifferences(
  name: string,
  reader: string,
  kind: PageDifference["kind"],
): readonly string[] {
  return (KNOWN[name] ?? [])
    .filter((known) => known.reader === reader && known.kind === kind)
    .flatMap(({ lines }) => lines);
}
