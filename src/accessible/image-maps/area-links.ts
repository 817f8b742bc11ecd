/**
 * Image maps as logical elements: a link for each area, behind the picture. Input: a picture of the source;
 * output: links, and faults where an area has no name or leads nowhere. ISO 14289-1 §7.18.5.
 */
import type { TreeBuilder } from "../tree/tree-builder.ts";
import type { LogicalElement } from "../tree/logical-tree.ts";
import { placeOfArea } from "./area-shapes.ts";
import type { SourceArea } from "./source-areas.ts";
import type { SourceElement } from "../source/source-tree.ts";

/** By which a link's annotation is known. A map may be that of several pictures. */
export function areaLinkRef(picture: SourceElement, area: SourceArea): string {
  return `area ${picture.ref} ${area.ref}`;
}

export function areaLinks(builder: TreeBuilder, picture: SourceElement): LogicalElement[] {
  const { imageMap } = picture;
  if (imageMap === undefined) return [];
  return imageMap.areas.flatMap((area) => {
    const { box } = imageMap;
    const isScript = /^javascript:/i.test(area.href);
    if (isScript || placeOfArea(area, box.width, box.height) === undefined) {
      const what = isScript ? "leads nowhere that a PDF can go" : "lies outside of its picture";
      const name = area.name === "" ? area.href : area.name;
      builder.fault("image-map", `“${name}” of an image map ${what}`, picture, {
        hint: "write the link beside the picture too, or take the area off",
        wcag: ["2.4.4"],
      });
      return [];
    }
    if (area.name === "") {
      builder.fault("link-name", `an area of an image map has no name: ${area.href}`, picture, {
        hint: 'say where it leads in alt="…" of the <area>',
        wcag: ["2.4.4", "4.1.2"],
      });
    }
    const contents = area.name === "" ? area.href : area.name;
    const link = { ref: areaLinkRef(picture, area), contents };
    return [builder.element("Link", picture, [], { link, alt: contents })];
  });
}
