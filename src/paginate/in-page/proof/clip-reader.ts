/**
 * Runs in the world that proves. Says what of an element's content can be seen, by the boxes that clip
 * it and by the ways in which authors hide things from sight alone.
 */

import * as dom from "./dom-access.ts";

/** In the window's coordinates. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What of an element's content can be seen; "unseen" where it is hidden on purpose. */
export type Clip = Bounds | "unseen";

/** A line's box is taller than its letters; this much of it must be there to read them. */
const readableHeight = 0.6;
const readableWidth = 0.85;

export function intersect(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** A reader of clips below `root`; each element's is worked out once. */
export function clipsBelow(root: Element, visible: Bounds): (element: Element) => Clip {
  const clips = new Map<Element, Clip>([[root, visible]]);
  const clipOf = (element: Element): Clip => {
    const known = clips.get(element);
    if (known !== undefined) return known;
    const style = getComputedStyle(element);
    const parent = dom.parentOf(element);
    // What an element out of the flow is clipped by begins where it is positioned against.
    const container =
      style.position === "absolute" && element instanceof HTMLElement
        ? (dom.offsetParentOf(element) ?? parent)
        : parent;
    const outer = clipOf(container && dom.contains(root, container) ? container : root);
    const clip = outer === "unseen" ? outer : ownClip(element, style, outer);
    clips.set(element, clip);
    return clip;
  };
  return clipOf;
}

function ownClip(element: Element, style: CSSStyleDeclaration, outer: Bounds): Clip {
  const clipped = style.overflowX !== "visible" || style.overflowY !== "visible";
  if (style.opacity === "0") return "unseen";
  if (style.getPropertyValue("clip") !== "auto" && style.position === "absolute") return "unseen";
  if (style.clipPath.startsWith("inset(")) return "unseen";
  if (!clipped || style.display === "inline" || style.display === "contents") return outer;
  const box = dom.boxOf(element);
  if (box.width <= 1 || box.height <= 1) {
    // The customary way to hide from sight alone is a box of one pixel.
    return style.position === "absolute" ? "unseen" : intersect(outer, box);
  }
  return intersect(outer, {
    left: style.overflowX === "visible" ? -Infinity : box.left,
    right: style.overflowX === "visible" ? Infinity : box.right,
    top: style.overflowY === "visible" ? -Infinity : box.top,
    bottom: style.overflowY === "visible" ? Infinity : box.bottom,
  });
}

/** Whether enough of the box is inside the bounds to be read, or seen. */
export function isInside(box: DOMRect, bounds: Bounds): boolean {
  const part = intersect(box, bounds);
  return (
    part.bottom - part.top >= box.height * readableHeight - 1 &&
    part.right - part.left >= box.width * readableWidth - 1
  );
}
