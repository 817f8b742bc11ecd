/** Runs in the world that repairs. What of the document is displayed, and which of its texts are out of sight. */
import { limitsOf } from "./limits.ts";

const hiddenOnes = new Map<Element, boolean>();
/** Hidden from sight by its author, alone or for everybody. */
export function isHidden(element: Element): boolean {
  const known = hiddenOnes.get(element);
  if (known !== undefined) return known;
  const { parentElement: parent } = element;
  const hidden = (parent !== null && isHidden(parent)) || hidesItself(element);
  hiddenOnes.set(element, hidden);
  return hidden;
}

function hidesItself(element: Element): boolean {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.opacity === "0") return true;
  // Scripts have run, and what stands for them is not laid out.
  if (element.localName === "noscript") return true;
  if (style.position !== "absolute" && style.position !== "fixed") return false;
  const box = element.getBoundingClientRect();
  const isClipped =
    style.getPropertyValue("clip") !== "auto" || style.clipPath.startsWith("inset(");
  const isTiny = style.overflowX !== "visible" && (box.width <= 1 || box.height <= 1);
  return isClipped || isTiny || box.right <= 0 || box.bottom <= 0;
}

export function hasText(element: Element): boolean {
  return element instanceof HTMLElement && element.innerText.trim() !== "";
}

/** Elements that are displayed, in the order of the document. */
export function* displayedElements(): Generator<HTMLElement> {
  for (const element of document.body.querySelectorAll("*")) {
    if (element instanceof HTMLElement && !isHidden(element)) yield element;
  }
}

/** Displayed texts that reach beyond their limits. */
export function* textsBeyond(): Generator<{ readonly text: Text; readonly parent: HTMLElement }> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const { parentElement: parent } = text;
    if (!(text instanceof Text) || !(parent instanceof HTMLElement) || text.data.trim() === "")
      continue;
    if (isHidden(parent)) continue;
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const { left, right } = limitsOf(parent);
    if (box.right > right + 1 || box.left < left - 1) yield { text, parent };
  }
}
