/** Runs in an isolated world of the paginated pages: which element of the print source is meant. */

/** The number of the element of the print source that this one is a piece of, or stands in. */
export function refOf(element: Element): string | undefined {
  return element.closest("[data-ref]")?.getAttribute("data-ref") ?? undefined;
}
