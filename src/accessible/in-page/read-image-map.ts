/** Runs in the world that proves. The areas of a picture, and where it stands. */
import * as dom from "../../paginate/in-page/proof/dom-access.ts";
import type { ImageMap, SourceArea } from "../image-maps/source-areas.ts";

function shapeOf(area: Element): SourceArea["shape"] {
  const shape = dom.attribute(area, "shape")?.trim().toLowerCase() ?? "";
  if (shape.startsWith("circ")) return "circle";
  if (shape.startsWith("poly")) return "poly";
  return shape === "default" ? "default" : "rect";
}

/** The areas of a picture that lead somewhere. */
export function imageMapOf(picture: Element): ImageMap | undefined {
  const name = picture instanceof HTMLImageElement && /^#(.+)/.exec(picture.useMap)?.[1];
  if (!name) return undefined;
  const map = [...document.querySelectorAll("map")].find((each) => each.name === name);
  const style = getComputedStyle(picture);
  const edge = (side: string): number =>
    parseFloat(style.getPropertyValue(`border-${side}-width`)) +
    parseFloat(style.getPropertyValue(`padding-${side}`));
  const box = dom.boxOf(picture);
  const [left, top] = [edge("left"), edge("top")];
  const [right, bottom] = [edge("right"), edge("bottom")];
  const areas = [...(map?.querySelectorAll("area[href]") ?? [])].map((area): SourceArea => {
    const href = dom.attribute(area, "href") ?? "";
    const names = ["aria-label", "alt", "title"].map((key) => dom.attribute(area, key)?.trim());
    return {
      ref: dom.attribute(area, "data-ref") ?? "0",
      shape: shapeOf(area),
      coordinates: (dom.attribute(area, "coords") ?? "")
        .split(/[\s,;]+/)
        .filter((part) => part !== "")
        .map(parseFloat),
      href,
      address: URL.parse(href, document.baseURI)?.href ?? href,
      name: names.find((each) => each !== undefined && each !== "") ?? "",
    };
  });
  return {
    box: {
      ...{ left, top, right, bottom },
      width: box.width - left - right,
      height: box.height - top - bottom,
    },
    areas,
  };
}
