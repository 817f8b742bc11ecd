/**
 * What a link into the publication leads to. Input: the link, where it stands, all files as read and all
 * ids of pages; output: the id, or what is missing. Links are written as ids, `#quay`, or as GitHub and
 * editors follow them: `accounts.md`, `../boats/accounts.md#the-old-quay`.
 */
import path from "node:path";
import type { PlacedLink } from "../texts/things-of-text.ts";
import type { ReadContent } from "../files/read-content.ts";
import { innerLink } from "./inner-link.ts";

export type LinkedContent = Pick<ReadContent, "file" | "entry" | "anchors" | "headings">;

export type Resolution =
  | { readonly kind: "id"; readonly id: string }
  /** A heading without an id of its own, by its place among those of its file. */
  | {
      readonly kind: "heading";
      readonly id: string;
      readonly content: LinkedContent;
      readonly index: number;
    }
  | { readonly kind: "no-file"; readonly path: string }
  | { readonly kind: "no-place"; readonly content: LinkedContent; readonly fragment: string }
  | { readonly kind: "no-id"; readonly fragment: string };

export interface Linked {
  readonly contents: readonly LinkedContent[];
  /** All ids of pages. */
  readonly ids: ReadonlySet<string>;
}

/** @throws RangeError where the link does not lead into the publication. */
export function resolveLink(
  { file, address }: Pick<PlacedLink, "file" | "address">,
  { contents, ids }: Linked,
): Resolution {
  const link = innerLink(address);
  if (link === undefined) throw new RangeError(`${address} leads elsewhere`);
  const own = contents.find((content) => content.file === file);
  const { fragment } = link;
  if (link.path === undefined) {
    const id = fragment ?? "";
    if (ids.has(id)) return { kind: "id", id };
    return (own && headingIn(own, id)) ?? { kind: "no-id", fragment: id };
  }
  // What has no file of its own among the texts is written at the top of the content folder.
  const from = path.posix.dirname(own?.entry.path ?? "");
  const target = path.posix.normalize(path.posix.join(from, link.path));
  const content = contents.find(({ entry }) => entry.path === target);
  if (content === undefined) return { kind: "no-file", path: target };
  if (fragment === undefined) return { kind: "id", id: content.entry.slug };
  if (content.anchors.some(({ id }) => id === fragment)) return { kind: "id", id: fragment };
  return headingIn(content, fragment) ?? { kind: "no-place", content, fragment };
}

function headingIn(content: LinkedContent, fragment: string): Resolution | undefined {
  const index = content.headings.findIndex((heading) => heading.fragment === fragment);
  const heading = content.headings[index];
  if (heading === undefined) return undefined;
  if (heading.id !== undefined) return { kind: "id", id: heading.id };
  // No slug has two hyphens side by side, so that no other id is made so.
  return { kind: "heading", id: `${content.entry.slug}--${fragment}`, content, index };
}
