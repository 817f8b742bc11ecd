/**
 * Runs in an isolated world of a page: what of an element is painted and not clipped. What was found is
 * remembered: layout stands still while it is read.
 */
import type { Edges } from "../page-layout.ts";
import { bordersOf, everywhere, meet } from "./edges.ts";
import { remembered } from "./remembered.ts";

/** What an element out of the flow is clipped by begins where it is positioned against. */
function clipParent(element: Element, style: CSSStyleDeclaration): Element | null {
  return style.position === "absolute" && element instanceof HTMLElement
    ? (element.offsetParent ?? element.parentElement)
    : element.parentElement;
}

/** The customary ways to keep a text for screen readers: a box of one pixel, or an empty clip. */
const isForScreenReaders = remembered((element: Element): boolean => {
  const style = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  const isTiny = style.overflowX !== "visible" && width <= 1 && height <= 1;
  const isOut = style.position === "absolute" || style.position === "fixed";
  if (isOut && (isTiny || style.getPropertyValue("clip") !== "auto")) return true;
  if (/^inset\((?:50|100)%/.test(style.clipPath)) return true;
  return element.parentElement !== null && isForScreenReaders(element.parentElement);
});

/** Is painted: neither hidden, nor transparent, nor for screen readers only. */
export const isSeen = remembered(
  (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !isForScreenReaders(element),
);

/** What clips and the page's edges leave of the content of an element. */
export const clipOf = remembered((element: Element): Edges => {
  const style = getComputedStyle(element);
  // The sheet ends with the bleed, where Paged.js cuts it.
  if (element.matches(".pagedjs_sheet, .pagedjs_page")) return bordersOf(element);
  const container = clipParent(element, style);
  const outer = container === null ? everywhere : clipOf(container);
  const hasBox = style.display !== "inline" && style.display !== "contents";
  const clips = [style.overflowX, style.overflowY].some((value) => value !== "visible");
  const isOfPages = element.matches(".pagedjs_bleed, .pagedjs_pages, html, body");
  if (!hasBox || !clips || isOfPages) return outer;
  const box = bordersOf(element);
  return meet(outer, {
    left: style.overflowX === "visible" ? -Infinity : box.left,
    right: style.overflowX === "visible" ? Infinity : box.right,
    top: style.overflowY === "visible" ? -Infinity : box.top,
    bottom: style.overflowY === "visible" ? Infinity : box.bottom,
  });
});

/** Some element around, or the element itself, has a `clip-path`. */
export const isShaped = remembered((element: Element): boolean => {
  if (getComputedStyle(element).clipPath !== "none") return true;
  return element.parentElement !== null && isShaped(element.parentElement);
});
