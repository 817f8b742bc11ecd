/**
 * The path that content builds before it paints it (ISO 32000-1 §8.5.2). Input: its operators, and
 * the matrix in force; output: the box round it and how thin it is. Curves count by their control
 * points, which lie round them.
 */
import { apply, type Matrix } from "../geometry/matrix.ts";
import { boxAround, contains, overlap, type BoxPt } from "../geometry/box.ts";

type Point = readonly [x: number, y: number];

interface Subpath {
  readonly points: Point[];
  isCurved: boolean;
}

/** A bar has four corners; the fifth point is the first again. */
const BAR_POINTS = 5;
/** Of more parts nobody asks which lie on each other. */
const MAX_PARTS = 200;
/** What has no length is not seen. */
const LEAST_LENGTH_PT = 0.01;

export class Path {
  readonly #subpaths: Subpath[] = [];

  get isEmpty(): boolean {
    return this.#subpaths.length === 0;
  }

  add(operator: string, numbers: readonly number[], matrix: Matrix): void {
    const [a = 0, b = 0, c = 0, d = 0] = numbers;
    if (operator === "re") {
      const corners: Point[] = [
        [a, b],
        [a + c, b],
        [a + c, b + d],
        [a, b + d],
      ];
      this.#subpaths.push({
        points: corners.map(([x, y]) => apply(matrix, x, y)),
        isCurved: false,
      });
      return;
    }
    if (operator === "h") return;
    if (operator === "m") this.#subpaths.push({ points: [], isCurved: false });
    const current = this.#subpaths.at(-1);
    if (current === undefined) return;
    if (operator !== "m" && operator !== "l") current.isCurved = true;
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      current.points.push(apply(matrix, numbers[at] ?? 0, numbers[at + 1] ?? 0));
    }
  }

  get boxPt(): BoxPt {
    return boxAround(this.#subpaths.flatMap(({ points }) => points));
  }

  /** The boxes of its lines, each where it stands: crop marks of four corners are one path. */
  get lineBoxesPt(): readonly BoxPt[] {
    return this.#subpaths.map(({ points }) => boxAround(points));
  }

  /**
   * What is filled, part by part as long as parts do not make holes in each other, and how thin the
   * thinnest bar or frame of each is; infinite without one. Shapes of more corners and curves may be
   * thin somewhere as well: nobody measures that here.
   */
  get filledParts(): readonly { readonly boxPt: BoxPt; readonly thinnestPt: number }[] {
    const boxes = this.lineBoxesPt;
    const areApart =
      boxes.length <= MAX_PARTS &&
      boxes.every((box, index) => !boxes.slice(index + 1).some((other) => overlap(box, other)));
    if (!areApart) return [{ boxPt: this.boxPt, thinnestPt: thinnestOf(this.#subpaths) }];
    return this.#subpaths.map((subpath, index) => ({
      boxPt: boxes[index] ?? this.boxPt,
      thinnestPt: thinnestOf([subpath]),
    }));
  }

  get breadthPt(): number {
    const [left, bottom, right, top] = this.boxPt;
    return Math.min(right - left, top - bottom);
  }
}

function thinnestOf(subpaths: readonly Subpath[]): number {
  const bars = subpaths.filter(
    ({ points, isCurved }) => !isCurved && points.length >= 2 && points.length <= BAR_POINTS,
  );
  const [outer, inner] = bars;
  if (bars.length === 2 && subpaths.length === 2 && outer && inner) {
    const frame = frameThickness(outer.points, inner.points);
    if (frame !== undefined) return frame;
  }
  return Math.min(Infinity, ...bars.map(({ points }) => barThickness(points)));
}

/** The area, spread over the greatest length. */
function barThickness(points: readonly Point[]): number {
  let doubleArea = 0;
  let longest = 0;
  for (const [index, [x, y]] of points.entries()) {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
    doubleArea += x * nextY - nextX * y;
    for (const [otherX, otherY] of points) {
      longest = Math.max(longest, Math.hypot(otherX - x, otherY - y));
    }
  }
  return longest < LEAST_LENGTH_PT ? Infinity : Math.abs(doubleArea) / 2 / longest;
}

/** Two rectangles, one in the other, are the frame between them; a side without any is none. */
function frameThickness(first: readonly Point[], second: readonly Point[]): number | undefined {
  const [a, b] = [boxAround(first), boxAround(second)];
  const [outer, inner] = contains(a, b) ? [a, b] : [b, a];
  if (!contains(outer, inner)) return undefined;
  const gaps = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
  return Math.min(Infinity, ...gaps.filter((gap) => gap > LEAST_LENGTH_PT));
}
