/**
 * Runs in the world that lays out. Gives the source the index of its elements that Paged.js looks for and makes
 * for pages alone (`findRef` of 0.4.3): without it, where each page ends is found by going through the source
 * up to there, so that time grows with the square of its length.
 */

/** The source as Paged.js has it. */
interface IndexedSource extends ParentNode {
  /** By the numbers of elements. */
  indexOfRefs?: Record<string, Element>;
}

/** Registered behind what changes the source. */
export function indexSource(): void {
  class SourceIndex extends window.Paged.Handler {
    afterParsed(source: IndexedSource): void {
      const index: Record<string, Element> = {};
      for (const element of source.querySelectorAll("[data-ref]")) {
        index[element.getAttribute("data-ref") ?? ""] ??= element;
      }
      source.indexOfRefs = index;
    }
  }
  window.Paged.registeredHandlers.push(SourceIndex);
}
