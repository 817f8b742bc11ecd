/**
 * Runs in the world that lays out. Where a page ends, as Paged.js asks for it; its own class is out of reach.
 * Input: a node of the source, and a place in its text; output: a token that Paged.js compares with its own.
 */
import type { BreakToken } from "./paged.ts";

export class PlaceToken implements BreakToken {
  readonly node: Node;
  readonly offset: number;

  constructor(node: Node, offset: number) {
    this.node = node;
    this.offset = offset;
  }

  /** As for Paged.js, a place that is not known is no other place. */
  equals(other: Partial<BreakToken> | undefined): boolean {
    if (other === undefined) return false;
    const isAnother = <Part>(own: Part, its: Part | undefined): boolean =>
      Boolean(own) && Boolean(its) && own !== its;
    return !isAnother(this.node, other.node) && !isAnother(this.offset, other.offset);
  }

  /** In the form of Paged.js's own, which knows by it that it has been there before. */
  toJSON(): string {
    const { node, offset } = this;
    const element = node instanceof Element ? node : node.parentElement;
    const siblings = [...(node.parentElement?.childNodes ?? [])];
    return JSON.stringify({
      node: element?.getAttribute("data-ref") ?? undefined,
      index: siblings.findIndex((sibling) => sibling === node),
      offset,
    });
  }
}
