/**
 * Pictures and drawings as logical elements: a Figure with its alternative, and behind it the links in it.
 * A fault where a picture has no alternative. ISO 14289-1 §7.3.
 */
import { areaLinks } from "../image-maps/area-links.ts";
import { alternativeOf } from "../source/drawing-names.ts";
import { generatedKeys } from "../source/source-kinds.ts";
import { givenName, plainText } from "../source/source-names.ts";
import type { SourceElement } from "../source/source-tree.ts";
import { roleOf } from "./element-types.ts";
import type { ContentLeaf, LogicalElement, LogicalNode, OwnProperties } from "./logical-tree.ts";
import type { TreeBuilder } from "./tree-builder.ts";

export function buildGraphic(
  builder: TreeBuilder,
  source: SourceElement,
  own: OwnProperties,
): LogicalNode[] {
  const role = roleOf(source);
  const alt = source.attributes.alt;
  const links = [...areaLinks(builder, source), ...linksWithin(builder, source)];
  if (role === "presentation" || role === "none") return links;
  const name = alternativeOf(source, builder.ids);
  if (name === undefined && source.name === "img" && alt !== undefined) return links;
  if (name === undefined) {
    const noun = source.name === "img" ? "image" : source.name === "svg" ? "drawing" : "graphic";
    builder.fault("image-alt", `${noun} has no alternative text`, source, {
      hint:
        source.name === "img"
          ? 'describe it in alt="…", or write alt="" if it is decoration'
          : 'describe it with role="img" and aria-label="…", or hide it with aria-hidden="true" if it is decoration',
      wcag: ["1.1.1"],
    });
  }
  const keys = [`${source.ref}:graphic`, ...generatedKeys(source)];
  const leaf: ContentLeaf = { kind: "content", keys, text: "" };
  const more = { ...own, ...(name !== undefined && { alt: name }) };
  return [builder.element("Figure", source, [leaf], more), ...links];
}

/** Links in a drawing that is read as one picture come behind it. */
function linksWithin(builder: TreeBuilder, source: SourceElement): LogicalElement[] {
  return source.children.flatMap((child) => {
    if (child.kind === "text" || child.display === "none") return [];
    const { href } = child.attributes;
    if (child.name !== "a" || href === undefined) return linksWithin(builder, child);
    const name = givenName(child, builder.ids) ?? plainText(child);
    const link = { ref: child.ref, contents: name === "" ? href : name };
    return [builder.element("Link", child, [], { link })];
  });
}
