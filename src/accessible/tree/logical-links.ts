/**
 * Links as logical elements, within a Reference where they lead to a note, a source, a term, a chapter or
 * what an index names. A fault where a link has no name. ISO 14289-1 §7.18.5.
 */
import { givenName, plainText } from "../source/source-names.ts";
import type { SourceElement } from "../source/source-tree.ts";
import type { LogicalNode, OwnProperties } from "./logical-tree.ts";
import { isBlankLeaf, pictureNames } from "./tidy-tree.ts";
import type { Surroundings, TreeBuilder } from "./tree-builder.ts";

export function buildLink(
  builder: TreeBuilder,
  source: SourceElement,
  role: string | undefined,
  inner: Surroundings,
  own: OwnProperties,
): LogicalNode[] {
  // One that shows itself to a mouse alone is not on paper.
  if (!showsAnything(source)) return [];
  const children = builder.content(source, inner);
  // Its page stands in the list already.
  if (inner.inPageList === true && children.every(isBlankLeaf)) return [];
  const name = givenName(source, builder.ids) ?? (plainText(source) || pictureNames(children));
  if (name === "") {
    builder.fault("link-name", "link has no name", source, {
      hint: "write text in it, give its image an alternative text, or add aria-label",
      wcag: ["2.4.4", "4.1.2"],
    });
  }
  const link = { ref: source.ref, contents: name === "" ? (source.attributes.href ?? "") : name };
  const element = builder.element("Link", source, children, { ...own, link });
  const isReference =
    /^doc-(?:note|biblio|gloss)ref$/.test(role ?? "") || inner.inContents || inner.inIndex === true;
  return [isReference ? builder.element("Reference", source, [element]) : element];
}

/** `visibility` hides an element, and not what in it is visible again. */
function showsAnything({ invisible, children }: SourceElement): boolean {
  return !invisible || children.some((child) => child.kind === "element" && showsAnything(child));
}
