/** Runs in the world that proves, after layout. */

export interface SheetSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

/**
 * Scripts in the head have run, show nothing and hold no place in the body; the
 * snapshot would carry their text along, and Paged.js's is a megabyte.
 */
export function dropScripts(): void {
  for (const script of document.head.querySelectorAll("script")) script.remove();
}

/** The sizes that layout has written on the pages. */
export function readSheets(): SheetSize[] {
  return [...document.querySelectorAll<HTMLElement>(".pagedjs_page")].map(({ style }) => ({
    widthPt: parseFloat(style.getPropertyValue("--pagedjs-width")),
    heightPt: parseFloat(style.getPropertyValue("--pagedjs-height")),
  }));
}
