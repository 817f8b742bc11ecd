/** Rectangles as boxes of pages have them. */
import { apply, type Matrix } from "./matrix.ts";

/** A rectangle in points (1/72 inch): left, bottom, right, top. */
export type BoxPt = readonly [number, number, number, number];

/** The upright rectangle round a rectangle that a matrix moves and turns. */
export function transformBox(matrix: Matrix, [left, bottom, right, top]: BoxPt): BoxPt {
  return boxAround([
    apply(matrix, left, bottom),
    apply(matrix, right, bottom),
    apply(matrix, left, top),
    apply(matrix, right, top),
  ]);
}

/** Of no point at all: a box that is empty. */
export function boxAround(points: readonly (readonly [number, number])[]): BoxPt {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return [left, bottom, right, top];
}

export function intersection(a: BoxPt, b: BoxPt): BoxPt {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

export function union(a: BoxPt, b: BoxPt): BoxPt {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** A box without breadth or height, as that of a line, is not empty. */
export function isEmpty([left, bottom, right, top]: BoxPt): boolean {
  return !(right >= left && top >= bottom);
}

export function grown([left, bottom, right, top]: BoxPt, by: number): BoxPt {
  return [left - by, bottom - by, right + by, top + by];
}

/** Whether `inner` goes nowhere beyond `outer` by more than `slack`. */
export function contains(outer: BoxPt, inner: BoxPt, slack = 0): boolean {
  return (
    inner[0] >= outer[0] - slack &&
    inner[1] >= outer[1] - slack &&
    inner[2] <= outer[2] + slack &&
    inner[3] <= outer[3] + slack
  );
}

/** Whether they have more than an edge in common; a line has its length, and need not be broad. */
export function overlap(a: BoxPt, b: BoxPt, slack = 0): boolean {
  const along = (from: 0 | 1, to: 2 | 3): boolean => {
    const common = Math.min(a[to], b[to]) - Math.max(a[from], b[from]);
    return a[to] === a[from] ? a[from] > b[from] && a[from] < b[to] : common > slack;
  };
  return along(0, 2) && along(1, 3);
}
