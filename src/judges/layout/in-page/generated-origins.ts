/**
 * Runs in an isolated world of the paginated pages: marks each element that may have text which styles
 * write, so that it is known again in the browser's snapshot. The marks are taken away again.
 */
import type { Edges } from "../page-layout.ts";
import { refOf } from "./source-ref.ts";
import { isMoved, scaleOf } from "./transforms.ts";
import { clipOf, isSeen } from "./visibility.ts";

export interface Origin {
  readonly pageIndex: number;
  readonly clip: Edges;
  readonly scale: number;
  readonly element: string;
  readonly ref: string | undefined;
  readonly isMoved: boolean;
}

/**
 * Marks each element that can be seen with its place in what is returned.
 * @param mark the name of an attribute.
 */
export function markOrigins(mark: string): Origin[] {
  const origins: Origin[] = [];
  for (const [pageIndex, page] of [...document.querySelectorAll(".pagedjs_page")].entries()) {
    for (const element of page.querySelectorAll("*")) {
      const isMarked =
        hasContent(element, "::before") ||
        hasContent(element, "::after") ||
        getComputedStyle(element).display === "list-item";
      if (!isMarked || !isSeen(element)) continue;
      element.setAttribute(mark, String(origins.length));
      const { localName } = element;
      const margin = /pagedjs_margin-((?:top|bottom|left|right)[\w-]*)/.exec(
        element.parentElement?.className ?? "",
      )?.[1];
      origins.push({
        pageIndex,
        clip: clipOf(element),
        scale: scaleOf(element),
        isMoved: isMoved(element),
        ref: refOf(element),
        element: margin === undefined ? localName : `@${margin} ${localName}`,
      });
    }
  }
  return origins;
}

export function removeMarks(mark: string): void {
  for (const element of document.querySelectorAll(`[${mark}]`)) element.removeAttribute(mark);
}

function hasContent(element: Element, pseudo: string): boolean {
  return !["none", "normal"].includes(getComputedStyle(element, pseudo).content);
}
