/**
 * Runs in an isolated world of a page: how transforms, zoom and columns change where an element is
 * painted, and how large.
 */
import { remembered } from "./remembered.ts";

function areaFactor({ a, b, c, d }: DOMMatrixReadOnly): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** The factor by which transforms, zoom and the coordinates of an SVG picture change lengths. */
export const scaleOf = remembered((element: Element): number => {
  // The matrix of an SVG element leads to the screen: all that is around it is in it.
  if (element instanceof SVGGraphicsElement && !(element instanceof SVGSVGElement)) {
    const matrix = element.getScreenCTM();
    if (matrix !== null) return areaFactor(matrix);
  }
  const style = getComputedStyle(element);
  const outer = element.parentElement === null ? 1 : scaleOf(element.parentElement);
  const moved = style.transform === "none" ? 1 : areaFactor(new DOMMatrix(style.transform));
  const [across = 1, down = across] =
    style.scale === "none" ? [1] : style.scale.split(" ").map(Number);
  const zoom = Number.parseFloat(style.getPropertyValue("zoom")) || 1;
  return outer * moved * zoom * Math.sqrt(Math.abs(across * down));
});

/** Turned by less or more than a quarter, so that its upright boxes are larger than it is. */
export const isSlanted = remembered((element: Element): boolean => {
  const { transform, rotate } = getComputedStyle(element);
  const { a, b } = new DOMMatrix(transform === "none" ? "" : transform);
  const degrees = rotate === "none" ? 0 : Number.parseFloat(rotate.split(" ").at(-1) ?? "0");
  if (Math.abs(a * b) > 0.01 || degrees % 90 !== 0) return true;
  return element.parentElement !== null && isSlanted(element.parentElement);
});

export const isTransformed = remembered((element: Element): boolean => {
  const { transform, rotate, scale, translate } = getComputedStyle(element);
  if ([transform, rotate, scale, translate].some((value) => value !== "none")) return true;
  return element.parentElement !== null && isTransformed(element.parentElement);
});

/** In columns of the author's; a page's own content is a column of Paged.js. */
const isInColumns = remembered((element: Element): boolean => {
  if (element.matches(".pagedjs_page_content, .pagedjs_page")) return false;
  const { columnCount, columnWidth } = getComputedStyle(element);
  if (columnCount !== "auto" || columnWidth !== "auto") return true;
  return element.parentElement !== null && isInColumns(element.parentElement);
});

/** Not painted where it is laid out, for a transform or in the columns of a block. */
export function isMoved(element: Element): boolean {
  return isTransformed(element) || isInColumns(element);
}
