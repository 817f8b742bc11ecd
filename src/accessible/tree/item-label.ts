/**
 * A drawing that labels the item of a list which it begins: an author, or our own pages, say so by the
 * class `list-label`. Input: the item in the source and what it holds; output: the drawing apart from the
 * rest. Everything else that an item begins with belongs to its text.
 */
import type { SourceElement } from "../source/source-tree.ts";
import type { LogicalElement, LogicalNode } from "./logical-tree.ts";

export interface LabelledItem {
  /** Undefined where nothing labels it. */
  readonly label: LogicalElement | undefined;
  readonly content: readonly LogicalNode[];
}

export function withoutLabel(item: SourceElement, content: readonly LogicalNode[]): LabelledItem {
  const ref = labelIn(item)?.ref;
  const found = ref === undefined ? undefined : take(content, ref);
  return found ?? { label: undefined, content };
}

/** At its very start, or at that of its first paragraph. */
function labelIn({ children }: SourceElement): SourceElement | undefined {
  const first = children.find((child) => child.kind === "element" || child.text.trim() !== "");
  if (first?.kind !== "element") return undefined;
  const classes = first.attributes.class?.split(/\s+/u) ?? [];
  if (classes.includes("list-label")) return first;
  return first.name === "p" ? labelIn(first) : undefined;
}

function take(content: readonly LogicalNode[], ref: string): LabelledItem | undefined {
  for (const [index, node] of content.entries()) {
    if (node.kind !== "element") continue;
    const rest = [content.slice(0, index), content.slice(index + 1)] as const;
    if (node.type === "Figure" && node.ref === ref) {
      return { label: node, content: rest.flat() };
    }
    const inner = node.type === "P" ? take(node.children, ref) : undefined;
    if (inner !== undefined) {
      return { ...inner, content: [...rest[0], { ...node, children: inner.content }, ...rest[1]] };
    }
  }
  return undefined;
}
