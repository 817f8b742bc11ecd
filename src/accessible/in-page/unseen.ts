/** Runs in the world that proves. Text that is there for those who listen, and hidden from sight alone. */

/** Beyond this far to the left or above, in pixels, nothing is meant to be seen. */
const offPage = -500;

export function isUnseen(style: CSSStyleDeclaration): boolean {
  if (style.opacity === "0") return true;
  if (style.position !== "absolute" && style.position !== "fixed") return false;
  return (
    style.getPropertyValue("clip") !== "auto" ||
    style.clipPath.startsWith("inset(") ||
    (style.overflowX !== "visible" &&
      (parseFloat(style.width) <= 1 || parseFloat(style.height) <= 1)) ||
    parseFloat(style.left) < offPage ||
    parseFloat(style.top) < offPage
  );
}

/** What a drawing says of itself stands in it and is not painted. */
export function isSaidOnly(element: Element): boolean {
  return element instanceof SVGElement && /^(?:title|desc|metadata)$/.test(element.localName);
}
