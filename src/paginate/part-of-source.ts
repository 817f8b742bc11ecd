/**
 * What a part of a document has to show. Input: the source as it was read, and the part; output: the texts and
 * pictures that stand in it. Elements are numbered in the order of the document.
 */
import { PublicationError } from "../errors.ts";
import type { LayoutPart } from "./in-page/layout/paged.ts";
import type { SourceSnapshot } from "./in-page/page-snapshots.ts";

/** @throws PublicationError `part-unknown` where the source has no such elements, in this order. */
export function partOfSource(source: SourceSnapshot, part: LayoutPart | undefined): SourceSnapshot {
  if (part === undefined) return source;
  const { start, end } = part;
  for (const ref of [start?.ref, end]) {
    if (ref !== undefined && source.elementNames[ref] === undefined) throw unknownPart();
  }
  const [first, last] = [Number(start?.ref ?? 0), Number(end ?? Infinity)];
  if (!(first < last)) throw unknownPart();
  const isInPart = ({ ref }: { readonly ref: string }): boolean =>
    Number(ref) >= first && Number(ref) < last;
  return {
    ...source,
    texts: source.texts.filter(isInPart),
    pictures: source.pictures.filter(isInPart),
  };
}

function unknownPart(): PublicationError {
  return new PublicationError(
    "part-unknown",
    "the document does not have the part that is to be laid out",
    { hint: "lay it out whole: it has changed since where its parts begin was noted" },
  );
}
