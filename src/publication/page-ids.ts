/**
 * The ids that pages have, which the names of content files must not be: addresses with a fragment
 * lead to them. Input: nothing, or a content file's kind and slug; output: ids. It renders nothing.
 */
import type { ContentKind } from "./schema.ts";

/** Those that every page has of its own, or may have. */
export const PAGE_IDS: ReadonlySet<string> = new Set([
  "main",
  "contents",
  "contents-title",
  "downloads-title",
  "colophon",
  "colophon-title",
]);

const ENDINGS: Readonly<Record<ContentKind, readonly string[]>> = {
  testimonial: ["name", "quote"],
  callout: ["title"],
  section: ["title"],
  figure: ["chart", "chart-title"],
};

/** Those of elements inside a content file's own, whose id is the slug. */
export function innerIds(kind: ContentKind, slug: string): readonly string[] {
  return ENDINGS[kind].map((ending) => `${slug}-${ending}`);
}
