/**
 * What a part of a document has to show. Input: the source as it was read, and the part; output: the texts and
 * pictures that stand in it. Elements are numbered in the order of the document.
 */
import { PublicationError } from "../errors.ts";
import type { LayoutPart } from "./in-page/layout/parts/layout-part.ts";
import type { SourceSnapshot } from "./in-page/page-snapshots.ts";

/** @throws PublicationError `part-unknown` where the source has no such elements, in this order. */
export function checkPart({ elementNames }: SourceSnapshot, part: LayoutPart | undefined): void {
  for (const ref of [part?.start?.ref, part?.end]) {
    if (ref !== undefined && elementNames[ref] === undefined) throw unknownPart();
  }
  const [first, last] = boundsOf(part);
  if (first >= last) throw unknownPart();
}

export function partOfSource(source: SourceSnapshot, part: LayoutPart | undefined): SourceSnapshot {
  if (part === undefined) return source;
  const [first, last] = boundsOf(part);
  const isInPart = ({ ref }: { readonly ref: string }): boolean =>
    Number(ref) >= first && Number(ref) < last;
  return {
    ...source,
    texts: source.texts.filter(isInPart),
    pictures: source.pictures.filter(isInPart),
  };
}

function boundsOf(part: LayoutPart | undefined): readonly [first: number, last: number] {
  return [Number(part?.start?.ref ?? 0), Number(part?.end ?? Infinity)];
}

function unknownPart(): PublicationError {
  return new PublicationError(
    "part-unknown",
    "the document does not have the part that is to be laid out",
    { hint: "lay it out whole: it has changed since where its parts begin was noted" },
  );
}
