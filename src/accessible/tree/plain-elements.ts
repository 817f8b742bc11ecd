/**
 * Elements that are what their name or role says, and boxes and spans without a meaning of their own. A fault
 * where nothing is read of a figure. ISO 14289-1 §7.3.
 */
import { phrasing } from "../source/source-kinds.ts";
import type { SourceElement } from "../source/source-tree.ts";
import { ownType, roleOf } from "./element-types.ts";
import {
  descendants,
  isInline,
  type LogicalNode,
  type OwnProperties,
  type StructureType,
} from "./logical-tree.ts";
import { isBlankLeaf, isRunIn, pictureNames, withoutInnerCode } from "./tidy-tree.ts";
import type { Surroundings, TreeBuilder } from "./tree-builder.ts";

/** What the element is; a box or a span without a meaning of its own gives way to what it holds. */
export function buildPlain(
  builder: TreeBuilder,
  source: SourceElement,
  inner: Surroundings,
  own: OwnProperties,
): LogicalNode[] {
  const type = ownType(source);
  const children = [
    ...looseNumber(builder, source),
    ...withoutInnerCode(source, builder.content(source, inner)),
  ];
  const isBox = !/^(?:inline|contents|ruby)/.test(source.display);
  const isPlain = own.language === undefined && own.title === undefined;
  if (type !== undefined) {
    const more = {
      ...own,
      // What the styles make a box in a paragraph parts the words on either side of it.
      ...((source.name === "pre" || (isBox && isEmphasis(type))) && { isBlock: true }),
      ...(type === "Note" && { id: `note-${source.ref}` }),
    };
    return [builder.element(type, source, children, more)];
  }
  checkFigure(builder, source, own.title, children);
  const holdsBlocks =
    own.title !== undefined && !children.every((child) => isInline(child) || isRunIn(child));
  if (isBox || holdsBlocks) {
    // A box that holds lines of its own keeps them apart from what stands around it.
    const holdsText =
      children.some((child) => isInline(child) && !isBlankLeaf(child)) ||
      // A caption needs something around it and what it belongs to.
      children.some((child) => child.kind === "element" && child.type === "Caption");
    if (!holdsText && isPlain) return children;
    // An inline element that the styles make a box may stand in a paragraph.
    return phrasing.test(source.name)
      ? [builder.element("Span", source, children, { ...own, isBlock: true })]
      : [builder.element("Div", source, children, own)];
  }
  return isPlain ? children : [builder.element("Span", source, children, own)];
}

/** The number of an item whose list is none: a sign without a letter or a digit is decoration. */
function looseNumber(builder: TreeBuilder, source: SourceElement): LogicalNode[] {
  if (source.display !== "list-item" || source.name === "summary") return [];
  return builder.generated(source, "marker").filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** A browser says the name of a figure whose picture is hidden; in a PDF nobody would meet it. */
function checkFigure(
  builder: TreeBuilder,
  source: SourceElement,
  name: string | undefined,
  children: readonly LogicalNode[],
): void {
  const isFigure = (roleOf(source) ?? source.name) === "figure";
  if (!isFigure || name === undefined) return;
  const said = children.filter((child) => child.kind !== "element" || child.type !== "Caption");
  const parts = said.flatMap((child) => (child.kind === "element" ? [...descendants(child)] : []));
  // A picture without an alternative is reported itself.
  if (pictureNames(said) !== "" || parts.some(({ type }) => type === "Figure")) return;
  builder.fault("figure-lost", `nothing is read of the figure “${name.slice(0, 60)}”`, source, {
    hint: 'name the picture in it instead: alt="…" on an image, role="img" and aria-label="…" on a drawing',
    wcag: ["1.1.1"],
  });
}

function isEmphasis(type: StructureType): boolean {
  return /^(?:Em|Strong|Code|Quote|Span)$/.test(type);
}
