/**
 * Runs in the world that repairs. The page that an element stands on, and where on it content is in sight.
 * What was found is remembered until boxes have moved.
 */
import { areaOf, type PageArea } from "./page-areas.ts";

/** Between these, in the window's coordinates, content is on the paper and in sight. */
export interface Limits {
  readonly left: number;
  readonly right: number;
}

let pageNames = new Map<Element, string>();
/** An element without a page of its own is on that of the element around it. */
function pageNameOf(element: Element): string {
  const known = pageNames.get(element);
  if (known !== undefined) return known;
  const own = getComputedStyle(element).getPropertyValue("page");
  const { parentElement: parent } = element;
  const name = own !== "auto" && own !== "" ? own : parent === null ? "" : pageNameOf(parent);
  pageNames.set(element, name);
  return name;
}

/** Of the page that an element asks for. */
export function areaAt(element: Element): PageArea {
  return areaOf(pageNameOf(element));
}

let limits = new Map<Element, Limits>();
export function limitsOf(element: Element): Limits {
  const known = limits.get(element);
  if (known !== undefined) return known;
  const { parentElement: parent } = element;
  const outer =
    parent === null || parent === document.documentElement
      ? { left: 0, right: areaAt(element).width }
      : limitsOf(parent);
  const own = clippedBy(element, ownPage(element, outer));
  limits.set(element, own);
  return own;
}

/** A page of its own may be wider, or narrower. */
function ownPage(element: Element, outer: Limits): Limits {
  const { parentElement: parent } = element;
  if (parent === null || pageNameOf(parent) === pageNameOf(element)) return outer;
  return { left: outer.left, right: outer.left + areaAt(element).width };
}

function clippedBy(element: Element, outer: Limits): Limits {
  const { overflowX, display } = getComputedStyle(element);
  if (overflowX === "visible" || /^(?:inline|contents)$/.test(display)) return outer;
  const left = element.getBoundingClientRect().left + element.clientLeft;
  return {
    left: Math.max(outer.left, left),
    right: Math.min(outer.right, left + element.clientWidth),
  };
}

/** To be called when boxes have moved. */
export function forgetLimits(): void {
  limits = new Map();
  pageNames = new Map();
}
