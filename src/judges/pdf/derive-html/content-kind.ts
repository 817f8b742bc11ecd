/**
 * Which derived elements may stand in a line of text (phrasing content), so that a browser does not
 * rearrange what the PDF nests. Input: structure elements; output: yes or no.
 */
import type { StructureElement } from "../../../pdf/structure/structure-tree.ts";

const PHRASING = new Set(
  (
    "Span Quote Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Em Strong Sub Lbl " +
    "Figure Formula Form Note FENote NonStruct Private LBody Artifact"
  ).split(" "),
);

/** True where the element and all in it may stand inside a `p`. Unknown types are transparent. */
export function isPhrasing(kid: StructureElement, isKnown: (role: string) => boolean): boolean {
  if (isKnown(kid.mappedRole) && !PHRASING.has(kid.mappedRole)) return false;
  return kid.kids.every((inner) => inner.kind !== "element" || isPhrasing(inner, isKnown));
}
