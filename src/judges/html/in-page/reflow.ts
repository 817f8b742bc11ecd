/** Runs in an isolated world of a web page: what of it needs more width than its window has. */
import type { FoundPlace } from "../../verdict/found-element.ts";
import { placeOf } from "./places.ts";

export interface Overflow {
  /** In CSS pixels. */
  readonly width: number;
  readonly neededWidth: number;
  readonly isTable: boolean;
  /** Of the innermost elements that stick out. */
  readonly places: readonly FoundPlace[];
}

export function measureReflow(): Overflow {
  const root = document.documentElement;
  const width = root.clientWidth;
  const scrolls = (element: Element): boolean =>
    element !== document.body &&
    element !== root &&
    getComputedStyle(element).overflowX !== "visible";
  const sticksOut = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.right <= width + 1) return false;
    for (let node = element.parentElement; node !== null; node = node.parentElement) {
      if (scrolls(node)) return false;
    }
    return true;
  });
  // The innermost ones are what the author can fix, or the table that they are part of.
  const innermost = sticksOut
    .filter((element) => !sticksOut.some((other) => other !== element && element.contains(other)))
    .map((element) => element.closest("table") ?? element);
  return {
    width,
    neededWidth: root.scrollWidth,
    isTable: innermost[0]?.localName === "table",
    places: [...new Set(innermost)].map((element) => placeOf(element)),
  };
}
