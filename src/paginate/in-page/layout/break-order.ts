/** Runs in the world that lays out. In which order places stand at which pages end. */
import type { BreakToken } from "./paged.ts";

/** Whether the page ends further on in the source than the one that ended at `previous`. */
export function comesAfter(token: BreakToken, previous: BreakToken): boolean {
  if (token.node === previous.node) return token.offset > previous.offset;
  const position = previous.node.compareDocumentPosition(token.node);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
