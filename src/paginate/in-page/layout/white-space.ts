/** Runs in the world that lays out. White space that Paged.js would take away. */

/** `data-ref` of elements whose white space between inline elements is kept. */
export const keptWhiteSpace = new Set<string>();

/** Notes where white space shows that Paged.js would drop, and so join words. */
export function keepWhiteSpace(): void {
  for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
    const style = getComputedStyle(element);
    if (style.display.startsWith("inline") || /^(?:pre|break)/.test(style.whiteSpace)) {
      keptWhiteSpace.add(element.dataset.ref ?? "");
    }
  }
}
