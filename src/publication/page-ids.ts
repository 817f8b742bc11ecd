/**
 * The ids that every page has of its own, or may have, which the names of content files must not be:
 * addresses with a fragment lead to them. A theme adds those of its own pages and blocks.
 */
export const PAGE_IDS: readonly string[] = [
  "main",
  "contents",
  "contents-title",
  "downloads-title",
  "translations-title",
  "colophon",
  "colophon-title",
];
