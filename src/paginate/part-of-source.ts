/**
 * What a part of a document has to show. Input: the source as it was read, and the part; output: the texts and
 * pictures that stand in it. Elements are numbered in the order of the document.
 */
import { PublicationError } from "../errors.ts";
import type { LayoutPart } from "./in-page/layout/parts/layout-part.ts";
import type { SourceSnapshot } from "./in-page/page-snapshots.ts";

/** @throws PublicationError `part-unknown` where the source has no such elements, in this order. */
export function checkPart({ elementNames }: SourceSnapshot, part: LayoutPart | undefined): void {
  const [start, end] = [part?.start?.ref, part?.end];
  for (const ref of [start, end]) {
    if (ref !== undefined && elementNames[ref] === undefined) throw unknownPart();
  }
  const [first, last] = boundsOf(start, end);
  if (first >= last) throw unknownPart();
}

/** @param start the number of the element that it begins with. @param end of the one behind it. */
export function partOfSource(
  source: SourceSnapshot,
  start: string | undefined,
  end: string | undefined,
): SourceSnapshot {
  if (start === undefined && end === undefined) return source;
  const [first, last] = boundsOf(start, end);
  const isInPart = ({ ref }: { readonly ref: string }): boolean =>
    Number(ref) >= first && Number(ref) < last;
  return {
    ...source,
    texts: source.texts.filter(isInPart),
    pictures: source.pictures.filter(isInPart),
  };
}

function boundsOf(start = "0", end = "Infinity"): readonly [first: number, last: number] {
  return [Number(start), Number(end)];
}

function unknownPart(): PublicationError {
  return new PublicationError(
    "part-unknown",
    "the document does not have the part that is to be laid out",
    { hint: "lay it out whole: it has changed since where its parts begin was noted" },
  );
}
