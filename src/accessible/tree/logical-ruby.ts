/** Ruby as a logical element: a Ruby of RB, RT and RP. ISO 32000-1 §14.8.4.4.2. */
import type { SourceElement } from "../source/source-tree.ts";
import type { LogicalElement, LogicalNode, OwnProperties } from "./logical-tree.ts";
import { isBlankLeaf } from "./tidy-tree.ts";
import type { Surroundings, TreeBuilder } from "./tree-builder.ts";

export function buildRuby(
  builder: TreeBuilder,
  source: SourceElement,
  inner: Surroundings,
  own: OwnProperties,
): LogicalElement {
  return builder.element("Ruby", source, rubyParts(builder, source, inner), own);
}

/** What stands between readings is what they are readings of. */
function rubyParts(
  builder: TreeBuilder,
  source: SourceElement,
  inner: Surroundings,
): LogicalNode[] {
  const nodes: LogicalNode[] = [];
  let base: LogicalNode[] = [];
  const closeBase = (): void => {
    if (base.some((node) => !isBlankLeaf(node))) nodes.push(builder.element("RB", source, base));
    base = [];
  };
  for (const node of builder.content(source, inner)) {
    if (node.kind === "element" && /^R[BTP]$/.test(node.type)) {
      closeBase();
      nodes.push(node);
    } else base.push(node);
  }
  closeBase();
  return nodes;
}
