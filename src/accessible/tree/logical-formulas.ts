/** Formulas as logical elements: a Formula with its alternative. ISO 14289-1 §7.7. */
import { formulaText } from "../../document/formula-text.ts";
import { collapse, givenName } from "../source/source-names.ts";
import type { SourceElement } from "../source/source-tree.ts";
import type { LogicalNode, OwnProperties } from "./logical-tree.ts";
import type { Surroundings, TreeBuilder } from "./tree-builder.ts";

export function buildFormula(
  builder: TreeBuilder,
  source: SourceElement,
  inner: Surroundings,
  own: OwnProperties,
): LogicalNode {
  const keys: string[] = [`${source.ref}:graphic`];
  const texts: string[] = [];
  const collect = (nodes: readonly LogicalNode[]): void => {
    for (const node of nodes) {
      if (node.kind === "element") collect(node.children);
      else {
        keys.push(...node.keys);
        texts.push(node.text);
      }
    }
  };
  collect(builder.content(source, inner));
  const text = texts.map((part) => collapse(part)).filter((part) => part !== "");
  const written = source.name === "math" ? formulaText(source) : text.join(" ");
  const alt = givenName(source, builder.ids) ?? written;
  return builder.element("Formula", source, [{ kind: "content", keys, text: text.join(" ") }], {
    ...own,
    alt,
  });
}
