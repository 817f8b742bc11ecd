/** Runs in the world that lays out. Watches that layout goes forward, and notes where it does not. */
import { comesAfter } from "./break-order.ts";
import type { BreakToken, PageOfPaged, Standstill } from "./paged.ts";

/** Pages in a row with nothing on them, beyond which layout is taken not to end. */
const emptyPagesAllowed = 20;

let seen: Standstill | undefined;

/** Where layout came to a standstill, if it has. */
export function standstill(): Standstill | undefined {
  return seen;
}

/** @throws in Paged.js, which ends layout, where it does not go forward. */
export function watchProgress(): void {
  let emptyPages = 0;
  class ProgressWatch extends window.Paged.Handler {
    afterPageLayout(
      page: HTMLElement,
      { startToken }: PageOfPaged,
      token: BreakToken | undefined,
    ): void {
      const content = page.querySelector(".pagedjs_area");
      const isEmpty =
        content?.textContent.trim() === "" &&
        content.querySelector("img, svg, canvas, video, object, input, hr") === null;
      emptyPages = isEmpty ? emptyPages + 1 : 0;
      const isStuck = token && startToken && !comesAfter(token, startToken);
      if (token && (isStuck || emptyPages > emptyPagesAllowed)) {
        const { node } = token;
        const element = node instanceof Element ? node : node.parentElement;
        seen = {
          pageNumber: Number(page.dataset.pageNumber),
          ref: element?.getAttribute("data-ref") ?? undefined,
          nodeName: node.nodeName.toLowerCase(),
        };
        throw new Error("layout does not go forward");
      }
    }
  }
  window.Paged.registeredHandlers.push(ProgressWatch);
}
