/**
 * Where pictures and formulas stand on their page, as PDF's BBox has it. Input: what is printed and
 * the pages' heights; output: boxes in points from the lower left corner. ISO 32000-1, table 344.
 */
import type { LogicalElement } from "../tree/logical-tree.ts";
import type { PrintedPage, PrintedPages } from "./printed-pages.ts";

/** Left, bottom, right, top. */
export type PrintedBox = readonly [number, number, number, number];

export type BoxOf = (element: LogicalElement, pageIndex: number) => PrintedBox | undefined;

const pointsPerPixel = 0.75;
const slackPt = 0.01;

/** `topsPt`: the height, in points, at which each page's layout begins. */
export function printedBoxes({ pages }: PrintedPages, topsPt: readonly number[]): BoxOf {
  const known = new Map<number, ReturnType<typeof boundsByName>>();
  const boundsOn = (pageIndex: number): ReturnType<typeof boundsByName> => {
    const found = known.get(pageIndex) ?? boundsByName(pages[pageIndex]);
    known.set(pageIndex, found);
    return found;
  };
  return ({ children }, pageIndex) => {
    const topPt = topsPt[pageIndex];
    const names = children.flatMap((child) => (child.kind === "content" ? child.keys : []));
    const bounds = names.flatMap((name) => boundsOn(pageIndex).get(name) ?? []);
    if (topPt === undefined || bounds.length === 0) return undefined;
    let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x = 0, y = 0, width = 0, height = 0] of bounds) {
      left = Math.min(left, x * pointsPerPixel);
      right = Math.max(right, (x + width) * pointsPerPixel);
      top = Math.max(top, topPt - y * pointsPerPixel);
      bottom = Math.min(bottom, topPt - (y + height) * pointsPerPixel);
    }
    // Whole points that enclose it, but for what arithmetic adds.
    const box = [
      Math.floor(left + slackPt),
      Math.floor(bottom + slackPt),
      Math.ceil(right - slackPt),
      Math.ceil(top - slackPt),
    ] as const;
    return box[2] > box[0] && box[3] > box[1] ? box : undefined;
  };
}

/** By name of the text, and of the picture that it may be. */
function boundsByName(page: PrintedPage | undefined): Map<string, (readonly number[])[]> {
  const found = new Map<string, (readonly number[])[]>();
  const add = (name: string, bounds: readonly number[]): void => {
    const others = found.get(name);
    if (others) others.push(bounds);
    else found.set(name, [bounds]);
  };
  for (const { ref, bounds } of page?.graphics ?? []) add(`${ref}:graphic`, bounds);
  for (const { key, boxes } of page?.texts ?? []) {
    if (key === undefined) continue;
    const [ref = ""] = key.split(":");
    for (const { bounds } of boxes) {
      add(key, bounds);
      add(`${ref}:graphic`, bounds);
    }
  }
  return found;
}
