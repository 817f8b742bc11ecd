/**
 * Runs in the world that repairs. Columns that stand side by side on a screen and are taller than a page:
 * pages would take one after the other, each in its own narrow width. They stand one below the other,
 * as wide as the page. Cards that fit on a page are kept whole.
 */
import { change } from "./changes.ts";
import { displayedElements, hasText } from "./displayed-elements.ts";
import { areaAt } from "./limits.ts";

/** The share of a page from which on a column is a column of text, and no card. */
const tall = 0.6;

function heightOf(element: Element): number {
  return element.getBoundingClientRect().height;
}

function areSideBySide(children: readonly HTMLElement[]): boolean {
  return children.some((child, index) => {
    const next = children[index + 1]?.getBoundingClientRect();
    const box = child.getBoundingClientRect();
    return next !== undefined && next.top < box.bottom - 1 && next.bottom > box.top + 1;
  });
}

const inFull: Readonly<Record<string, string>> = {
  float: "none",
  width: "auto",
  "margin-left": "0",
  "margin-right": "0",
};

function stack(container: HTMLElement): void {
  const children = [...container.children].filter((child) => child instanceof HTMLElement);
  const shown = children.filter((child) => heightOf(child) > 0);
  if (!areSideBySide(shown)) return;
  const { height } = areaAt(container);
  if (shown.some((child) => heightOf(child) > height * tall)) {
    change("columns", container, { display: "block" });
    for (const child of shown) change("columns", child, inFull);
  } else {
    for (const child of shown) change("columns", child, { "break-inside": "avoid" });
  }
}

export function stackColumns(): void {
  for (const element of displayedElements()) {
    const { display, float } = getComputedStyle(element);
    const isTall = heightOf(element) > areaAt(element).height;
    if (!isTall || !hasText(element)) continue;
    if (/^(?:inline-)?(?:flex|grid)$/.test(display)) stack(element);
    else if (float !== "none") change("columns", element, inFull);
    else if (display === "inline-block")
      change("columns", element, { display: "block", ...inFull });
  }
}
