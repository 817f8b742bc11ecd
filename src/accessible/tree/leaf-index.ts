/** Leaves of the logical tree by the printed texts that they hold. Pure. */
import { isInline, type ContentLeaf, type LogicalElement } from "./logical-tree.ts";
import type { LeafPlace } from "../content/rewrite-content.ts";

export interface LeafIndex {
  readonly leafOf: (key: string) => LeafPlace | undefined;
  readonly numberOf: (leaf: ContentLeaf) => number | undefined;
}

export function leafIndex(root: LogicalElement): LeafIndex {
  const places = new Map<string, LeafPlace>();
  const numbers = new Map<ContentLeaf, number>();
  let block = 0;
  const visit = (element: LogicalElement): void => {
    for (const child of element.children) {
      if (child.kind === "element") {
        const isBlock = !isInline(child);
        if (isBlock) block++;
        visit(child);
        if (isBlock) block++;
        continue;
      }
      const leaf = numbers.size;
      numbers.set(child, leaf);
      for (const [position, key] of child.keys.entries()) {
        if (!places.has(key)) places.set(key, { leaf, position, block, tag: element.type });
      }
    }
  };
  visit(root);
  return { leafOf: (key) => places.get(key), numberOf: (leaf) => numbers.get(leaf) };
}
