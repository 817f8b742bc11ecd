/**
 * Runs in the world that repairs. Opens what a screen scrolls and paper cannot: boxes with a height that
 * hide what does not fit, bars that stay in sight, boxes wider than the page.
 */
import { change } from "./changes.ts";
import { displayedElements, hasText } from "./displayed-elements.ts";
import { areaAt, limitsOf } from "./limits.ts";
import { areaOf } from "./page-areas.ts";

/** The share of a page from which on a box with a height is a screenful. */
const screenful = 0.85;
const rounds = 8;

/** Where a fixed element stands on every page: in the margins it is a running head. */
function coversText(element: HTMLElement): boolean {
  const area = areaOf("");
  const box = element.getBoundingClientRect();
  const isInMargin =
    box.bottom <= area.top + 1 ||
    box.top >= area.sheetHeight - area.bottom - 1 ||
    box.right <= area.left + 1 ||
    box.left >= area.sheetWidth - area.right - 1;
  return !isInMargin && hasText(element);
}

function standInFlow(element: HTMLElement): void {
  change("shells", element, {
    position: "static",
    width: "auto",
    height: "auto",
    "max-height": "none",
    overflow: "visible",
  });
}

function hidesLines({ scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollHeight > clientHeight + 2;
}

/** The browser breaks no box that can scroll, though it hides nothing: it would begin a page. */
function isPagedAsOne(element: HTMLElement, overflowY: string): boolean {
  return (
    /^(?:auto|scroll)$/.test(overflowY) &&
    !hidesLines(element) &&
    element.clientHeight > areaAt(element).height * screenful
  );
}

/** @returns whether it has changed anything. */
function open(element: HTMLElement): boolean {
  const style = getComputedStyle(element);
  const { position, overflowY, display } = style;
  if (position === "sticky") change("shells", element, { position: "static" });
  if (position === "fixed" && coversText(element)) standInFlow(element);
  else if (
    position === "absolute" &&
    element.getBoundingClientRect().height > areaAt(element).height &&
    hasText(element)
  ) {
    standInFlow(element);
  }
  if (/^(?:inline|contents|table-(?:row|cell).*)$/.test(display)) return false;
  if (isPagedAsOne(element, overflowY)) {
    change("shells", element, { overflow: "visible" });
    return true;
  }
  if (!hidesLines(element) || !hasText(element)) return false;
  const clips = overflowY !== "visible";
  if (!clips && element.clientHeight < areaAt(element).height * screenful) return false;
  change("shells", element, {
    height: "auto",
    "max-height": "none",
    ...(clips && { overflow: "visible" }),
    ...(display === "-webkit-box" && { display: "block", "-webkit-line-clamp": "none" }),
  });
  return true;
}

function narrow(element: HTMLElement): void {
  const { display, position } = getComputedStyle(element);
  if (!/^(?:block|flow-root|list-item|flex|grid|inline-block)$/.test(display)) return;
  if (position === "absolute" || position === "fixed") return;
  const { parentElement: parent } = element;
  if (parent === null) return;
  const { right } = limitsOf(parent);
  if (element.getBoundingClientRect().right <= right + 1) return;
  if (element.matches("pre") || !hasText(element)) return;
  const before = element.getBoundingClientRect().width;
  const declarations = { "max-width": "100%", "min-width": "0", "box-sizing": "border-box" };
  const former = element.getAttribute("style");
  for (const [property, value] of Object.entries(declarations)) {
    element.style.setProperty(property, value, "important");
  }
  // Where something in it makes it wide, that is what is repaired.
  if (element.getBoundingClientRect().width < before - 1) change("shells", element, declarations);
  else if (former === null) element.removeAttribute("style");
  else element.setAttribute("style", former);
}

export function openShells(): void {
  // Once a box has opened, the one around it may hide something.
  for (let round = 0; round < rounds; round++) {
    if ([...displayedElements()].filter(open).length === 0) break;
  }
  for (const element of displayedElements()) narrow(element);
}
