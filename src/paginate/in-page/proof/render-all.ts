/**
 * Runs in the world that proves, before the source is measured. A browser that lets what is far away have
 * no boxes (`content-visibility: auto`, CSS Containment 2, 4) prints it all the same; here it has them.
 */

export function renderAll(): void {
  for (const element of document.body.querySelectorAll<HTMLElement | SVGElement>("*")) {
    if (getComputedStyle(element).contentVisibility !== "auto") continue;
    element.style.setProperty("content-visibility", "visible", "important");
  }
}
