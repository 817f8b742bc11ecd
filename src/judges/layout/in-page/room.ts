/**
 * Runs in an isolated world of a page: where an element's block leaves room for its text, and what is in
 * the flow.
 */
import type { Edges } from "../page-layout.ts";
import { bordersOf, edgesOf, everywhere, meet } from "./edges.ts";
import { remembered } from "./remembered.ts";
import { isTransformed } from "./transforms.ts";

function number(length: string): number {
  return Number.parseFloat(length) || 0;
}

/** Put where it is on purpose, so that the boxes around it say nothing of where it may be. */
function isPlaced(style: CSSStyleDeclaration): boolean {
  const margins = [style.marginLeft, style.marginRight, style.marginTop, style.marginBottom];
  const offsets = [style.left, style.top, style.right, style.bottom];
  return (
    style.position === "absolute" ||
    style.position === "fixed" ||
    margins.some((margin) => number(margin) < 0) ||
    (style.position === "relative" && offsets.some((offset) => number(offset) !== 0))
  );
}

/** A cell may span rows, and text of an inline element belongs to the block around it. */
function hasNoRoomOfItsOwn(display: string): boolean {
  return /^(?:inline|contents|ruby|ruby-text|table-row|table-(?:row|header|footer)-group)$/.test(
    display,
  );
}

/** What the boxes around `element` leave to it. */
function outerFrame(element: Element): Edges {
  const style = getComputedStyle(element);
  const page = element.closest(".pagedjs_pagebox");
  if (isPlaced(style)) return page === null ? everywhere : bordersOf(page);
  if (element.parentElement === null) return everywhere;
  const outer = innerFrame(element.parentElement);
  // A float may be longer than the block that it stands in.
  if (style.float === "none") return outer;
  return { ...everywhere, left: outer.left, right: outer.right };
}

const innerFrame = remembered((element: Element): Edges => {
  if (element.matches(".pagedjs_area, .pagedjs_margin, .pagedjs_pagebox, body")) {
    return bordersOf(element);
  }
  const outer = outerFrame(element);
  const { display } = getComputedStyle(element);
  return hasNoRoomOfItsOwn(display) ? outer : meet(bordersOf(element), outer);
});

function overlapOf(one: Edges, other: Edges): number {
  const { left, top, right, bottom } = meet(one, other);
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

/** Where `block` and the boxes around it leave room for a line in `line`; undefined under a transform. */
export function frameOf(block: Element, line: Edges, isFirstLine: boolean): Edges | undefined {
  if (isTransformed(block)) return undefined;
  const style = getComputedStyle(block);
  // A block over several columns has a box in each.
  const boxes = [...block.getClientRects()].map(edgesOf);
  const [box] = boxes.sort((one, other) => overlapOf(other, line) - overlapOf(one, line));
  if (box === undefined) return undefined;
  const indent = isFirstLine ? Math.min(0, number(style.textIndent)) : 0;
  const isToLeft = style.direction === "rtl";
  const content = {
    left: box.left + number(style.borderLeftWidth) + number(style.paddingLeft),
    top: box.top + number(style.borderTopWidth),
    right: box.right - number(style.borderRightWidth) - number(style.paddingRight),
    bottom: box.bottom - number(style.borderBottomWidth),
  };
  return meet(outerFrame(block), {
    ...content,
    left: content.left + (isToLeft ? 0 : indent),
    right: content.right - (isToLeft ? indent : 0),
  });
}

export const isInFlow = remembered((element: Element): boolean => {
  if (element.matches(".pagedjs_page_content")) return true;
  const { position } = getComputedStyle(element);
  if (position === "absolute" || position === "fixed") return false;
  return element.parentElement !== null && isInFlow(element.parentElement);
});

/** The element whose lines the text in `element` is part of. */
export function blockOf(element: Element): Element {
  const whole = element.closest("svg, math")?.parentElement ?? element;
  let block = whole;
  while (/^(?:inline|contents|ruby)/.test(getComputedStyle(block).display)) {
    // An inline block has lines of its own.
    if (getComputedStyle(block).display.startsWith("inline-")) break;
    if (block.parentElement === null) break;
    block = block.parentElement;
  }
  return block;
}

/** What the boxes around `element` leave to it; undefined under a transform. */
export function roomOf(element: Element): Edges | undefined {
  return isTransformed(element) ? undefined : outerFrame(element);
}
