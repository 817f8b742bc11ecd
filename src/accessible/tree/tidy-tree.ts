/**
 * The logical tree made tidy: leaves joined, white space between blocks and empty elements left out;
 * and what its parts say. Pure functions.
 */
import { headingLevel } from "./element-types.ts";
import { isInline, type LogicalElement, type LogicalNode } from "./logical-tree.ts";
import { collapse } from "../source/source-names.ts";
import type { SourceElement } from "../source/source-tree.ts";

/** `<pre><code>` is one Code. */
export function withoutInnerCode(source: SourceElement, children: LogicalNode[]): LogicalNode[] {
  if (source.name !== "pre") return children;
  const said = children.filter((child) => !isBlankLeaf(child));
  const [only] = said;
  const isCode = said.length === 1 && only?.kind === "element" && only.type === "Code";
  return isCode && only.language === undefined ? [...only.children] : children;
}

export function pictureNames(nodes: readonly LogicalNode[]): string {
  return nodes
    .map((node) =>
      node.kind === "content" ? collapse(node.text) : (node.alt ?? pictureNames(node.children)),
    )
    .filter((name) => name !== "")
    .join(" ");
}

/** The text of the first heading that has any. */
export function firstHeading(root: LogicalElement): string | undefined {
  for (const child of root.children) {
    if (child.kind === "content") continue;
    const text = headingLevel(child.type) === undefined ? firstHeading(child) : leafText(child);
    if (text !== undefined && text !== "") return text;
  }
  return undefined;
}

/** The text of an element's leaves on one line; what has an alternative says that. */
export function leafText(node: LogicalNode): string {
  const raw = (each: LogicalNode): string =>
    each.kind === "content"
      ? each.text
      : each.type === "Note" || each.type === "Reference"
        ? ""
        : each.type === "Figure"
          ? ` ${each.alt ?? ""} `
          : each.type === "Formula"
            ? (each.alt ?? "")
            : each.children.map(raw).join("");
  return collapse(raw(node));
}

/** Generated text of white space or icon-font letters alone says nothing. */
export function isWordless(text: string): boolean {
  return /^[\s\uE000-\uF8FF\u200B]*$/u.test(text);
}

export function isBlankLeaf(node: LogicalNode): boolean {
  return (
    node.kind === "content" &&
    /^[ \t\n\f\r]*$/.test(node.text) &&
    !node.keys.some((key) => key.endsWith(":graphic"))
  );
}

/**
 * Joins neighbouring leaves into one, drops leaves of white space between blocks and elements that
 * hold nothing. Cells and rows stay: a table keeps its shape.
 */
export function tidy(element: LogicalElement): LogicalElement {
  const children: LogicalNode[] = [];
  const holdsBlocks = element.children.some((child) => !isInline(child) && !isRunIn(child));
  for (const child of element.children) {
    if (child.kind === "element") {
      const tidied = tidy(child);
      if (tidied.children.length > 0 || /^(?:T[RHD]|Link)$/.test(tidied.type))
        children.push(tidied);
      continue;
    }
    const last = children.at(-1);
    if (last?.kind === "content") {
      children[children.length - 1] = {
        kind: "content",
        keys: [...last.keys, ...child.keys],
        text: last.text + child.text,
      };
    } else children.push(child);
  }
  const kept =
    holdsBlocks ||
    /^(?:Table|T[RHD]|THead|TBody|TFoot|L|LI|LBody|TOC|TOCI|Document|Sect|Art|Ruby)$/.test(
      element.type,
    )
      ? children.filter((child) => !isBlankLeaf(child))
      : children.every(isBlankLeaf)
        ? []
        : children;
  return { ...element, children: kept };
}

/** Blocks by type which may all the same stand within a line. */
export function isRunIn(node: LogicalNode): boolean {
  return node.kind === "element" && /^(?:Figure|Formula|Note)$/.test(node.type);
}
