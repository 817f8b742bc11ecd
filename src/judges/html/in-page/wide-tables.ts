/**
 * Runs in an isolated world of a web page: reads tables that are wider than what of them can be seen
 * or scrolled to. It judges nothing.
 */
import { isSeen } from "../../layout/in-page/visibility.ts";
import type { FoundPlace } from "../../verdict/found-element.ts";
import { placeOf } from "./places.ts";

export interface WideTable extends FoundPlace {
  /** How much of it is cut off, and nobody can get to. */
  readonly cutOffPx: number;
  /** How far it goes beyond the window, which has to be scrolled for it. */
  readonly beyondPx: number;
  readonly windowPx: number;
}

/** @param canScroll whether there is somebody to scroll a box, as there is not on paper. */
export function readWideTables(canScroll: boolean): WideTable[] {
  const windowPx = document.documentElement.clientWidth;
  const pageEdges = { left: 0, right: windowPx };

  /** The narrowest box around it that cuts off; undefined where it scrolls before that. */
  const cutOf = (table: Element): { left: number; right: number } | "scrolls" => {
    const cut = { left: -Infinity, right: Infinity };
    for (let around = table.parentElement; around !== null; around = around.parentElement) {
      const { overflowX } = getComputedStyle(around);
      if (overflowX === "visible") continue;
      const isOfWindow = around === document.body || around === document.documentElement;
      if (/^(?:auto|scroll)$/.test(overflowX) && (canScroll || isOfWindow)) {
        if (isOfWindow) continue;
        return "scrolls";
      }
      const box = isOfWindow ? pageEdges : around.getBoundingClientRect();
      cut.left = Math.max(cut.left, box.left);
      cut.right = Math.min(cut.right, box.right);
    }
    return cut;
  };

  return [...document.querySelectorAll("table")].flatMap((table) => {
    const box = table.getBoundingClientRect();
    const isOuter = table.parentElement?.closest("table") === null;
    if (!isOuter || box.width === 0 || !isSeen(table)) return [];
    const cut = cutOf(table);
    // Out of sight as a whole: moved off the window, or in a part that is not shown now.
    if (cut === "scrolls" || box.right <= Math.max(0, cut.left) || box.left >= cut.right) return [];
    const cutOffPx = Math.max(cut.left - box.left, box.right - cut.right, 0);
    const beyondPx = Math.max(-box.left, box.right - windowPx, 0);
    const tolerance = 1;
    if (cutOffPx <= tolerance && beyondPx <= tolerance) return [];
    const [cutOff, beyond] = [Math.round(cutOffPx), Math.round(beyondPx)];
    return [{ ...placeOf(table), cutOffPx: cutOff, beyondPx: beyond, windowPx }];
  });
}
