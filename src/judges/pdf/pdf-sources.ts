/**
 * Where what stands in a PDF was written, for its judges: they know elements of the print source by
 * their numbers, and structure elements by their places among the tags. Input: what making the PDF has
 * noted, and the tags as they are read from the file; output: a `SourceOf`. Pure.
 */
import type { SourcePosition } from "../../document/source-position.ts";
import { structurePlaces } from "../../pdf/structure/structure-path.ts";
import { walkElements, type StructureTree } from "../../pdf/structure/structure-tree.ts";
import type { SourceOf } from "../verdict/found-element.ts";

export interface PdfSources {
  /** Of the elements of the print source, by their numbers. */
  readonly elements: ReadonlyMap<string, SourcePosition>;
  /** The numbers of the elements that the tags were made of, in reading order, parents before kids. */
  readonly tags: readonly string[];
}

/** @param tree without it, nothing is known of tags. */
export function sourceOfPdf(
  sources: PdfSources | undefined,
  tree?: StructureTree,
): SourceOf | undefined {
  if (sources === undefined) return undefined;
  const { elements } = sources;
  const refs = tree === undefined ? new Map<string, string>() : refsOfTags(tree, sources.tags);
  return (element) => {
    if (element.kind === "page-element") return undefined;
    const ref = element.kind === "tag" ? refs.get(element.place) : element.ref;
    return ref === undefined ? undefined : elements.get(ref);
  };
}

/** None where the tags are not those that were made: a file may have been changed since. */
function refsOfTags(tree: StructureTree, refs: readonly string[]): ReadonlyMap<string, string> {
  const tags = [...walkElements(tree.kids)];
  if (tags.length !== refs.length) return new Map();
  const places = structurePlaces(tree);
  return new Map(tags.map((tag, at) => [places.get(tag) ?? "", refs[at] ?? ""]));
}
