/** Runs in an isolated world of the paginated pages: what of an element is painted beside its text. */
import type { Edges } from "../page-layout.ts";
import { edgesOf } from "./edges.ts";

export function isColoured({ backgroundColor, backgroundImage }: CSSStyleDeclaration): boolean {
  return (
    !/^(?:transparent|rgba\(.*, 0\)|.*\/ 0\))$/.test(backgroundColor) || backgroundImage !== "none"
  );
}

/** Has colour other than white, or lines on opposite sides: room that is meant to be seen. */
export function isGround(style: CSSStyleDeclaration): boolean {
  const [top, right, bottom, left] = ["top", "right", "bottom", "left"].map(
    (side) => Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0,
  );
  const isWhite =
    style.backgroundColor === "rgb(255, 255, 255)" && style.backgroundImage === "none";
  const isFramed = (top === true && bottom === true) || (left === true && right === true);
  return isFramed || (isColoured(style) && !isWhite);
}

/** The box of an SVG picture is often larger than what is drawn in it. */
export function drawnIn(picture: Element): Edges {
  const box = edgesOf(picture.getBoundingClientRect());
  if (!(picture instanceof SVGSVGElement)) return box;
  const matrix = picture.getScreenCTM();
  const drawn = picture.getBBox();
  if (matrix === null || drawn.width * drawn.height === 0) return box;
  const [one, other] = [
    new DOMPoint(drawn.x, drawn.y).matrixTransform(matrix),
    new DOMPoint(drawn.x + drawn.width, drawn.y + drawn.height).matrixTransform(matrix),
  ];
  const [x, y] = [window.scrollX, window.scrollY];
  return {
    left: Math.max(box.left, Math.min(one.x, other.x) + x),
    top: Math.max(box.top, Math.min(one.y, other.y) + y),
    right: Math.min(box.right, Math.max(one.x, other.x) + x),
    bottom: Math.min(box.bottom, Math.max(one.y, other.y) + y),
  };
}
