/**
 * Where the links of each file lead, for who renders it. Input: all files as read, which are known to be
 * right, and all ids of pages. Output: by file, addresses that are not written as they are on pages, and
 * headings that have an id because a link leads there.
 */
import type { PlacedLink } from "../texts/things-of-text.ts";
import type { FileLinks } from "../publication.ts";
import { resolveLink, type Linked } from "./resolve-link.ts";

/** @param links of all texts and fields. */
export function fileLinks(
  links: readonly PlacedLink[],
  linked: Linked,
): ReadonlyMap<string, FileLinks> {
  const byFile = new Map<
    string,
    { addresses: Map<string, string>; headings: Map<number, string> }
  >();
  const of = (file: string): { addresses: Map<string, string>; headings: Map<number, string> } => {
    const made = byFile.get(file) ?? { addresses: new Map(), headings: new Map() };
    byFile.set(file, made);
    return made;
  };
  for (const link of links) {
    const found = resolveLink(link, linked);
    if (found.kind !== "id" && found.kind !== "heading") continue;
    if (link.address !== `#${found.id}`) of(link.file).addresses.set(link.address, `#${found.id}`);
    if (found.kind === "heading") of(found.content.file).headings.set(found.index, found.id);
  }
  return byFile;
}
