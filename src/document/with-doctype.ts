/**
 * The text of an HTML file from that of its root element. Without a doctype browsers fall back to
 * the rules of old pages, for parsing as for layout. Input: the serialised root; output: the file's
 * text without a line end.
 */
export function withDoctype(root: string): string {
  return `<!doctype html>\n${root}`;
}
