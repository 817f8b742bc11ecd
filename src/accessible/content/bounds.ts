/**
 * Where units paint, as boxes that hold all of it and somewhat more. Input: a unit; output: a box in
 * CSS pixels of the page. Clipping is not considered, so a box is never too small. Pure.
 */
import { apply, multiply, type Matrix } from "../../pdf/geometry/matrix.ts";
import type { PaintedUnit, PathUnit, StreamUnits, TextUnit } from "./units.ts";

/** Left, top, right, bottom. */
export type Bounds = readonly [number, number, number, number];

const everywhere: Bounds = [-Infinity, -Infinity, Infinity, Infinity];

/** How far lines and joins reach beyond their path, and what blurs at edges. */
const slackPx = 3;
/** How far above and below the baseline letters reach, in font sizes, accents and tails too. */
const ascent = 0.98;
const descent = 0.3;

/** @param lineWidth of a path, in its user space. */
export function boundsOf(unit: PaintedUnit, lineWidth = 0): Bounds {
  switch (unit.kind) {
    case "text":
      return textBounds(unit);
    case "path":
      return pathBounds(unit, lineWidth);
    case "picture":
      if (unit.form) return formBounds(unit.form);
      if (unit.raw.endsWith("sh")) return everywhere;
      return around(unit.matrix, [0, 0, 1, 1], slackPx);
  }
}

export function overlap(one: Bounds, other: Bounds): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

function textBounds({ clusters, font, size, textMatrix, matrix }: TextUnit): Bounds {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { glyphs } of clusters) {
    for (const { code, x, y } of glyphs) {
      left = Math.min(left, x);
      right = Math.max(right, x + (font.widthOf(code) / 1000) * size);
      bottom = Math.min(bottom, y - descent * size);
      top = Math.max(top, y + ascent * size);
    }
  }
  return around(multiply(matrix, textMatrix), [left, bottom, right, top], 0);
}

function formBounds({ units }: StreamUnits): Bounds {
  const boxes = units.flatMap((unit) => (unit.kind === "state" ? [] : [boundsOf(unit)]));
  return boxes.length === 0 ? everywhere : boxes.reduce(union);
}

function pathBounds({ box, matrix }: PathUnit, lineWidth: number): Bounds {
  const [left, , right] = box;
  // Corners reach farther than half of the line.
  const slack = Math.max(slackPx, lineWidth * Math.hypot(matrix[0], matrix[1]));
  return left > right ? everywhere : around(matrix, box, slack);
}

/** The upright box around a box in another space. */
function around(matrix: Matrix, [left, bottom, right, top]: Bounds, slack: number): Bounds {
  const corners = [
    apply(matrix, left, bottom),
    apply(matrix, right, bottom),
    apply(matrix, left, top),
    apply(matrix, right, top),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [
    Math.min(...xs) - slack,
    Math.min(...ys) - slack,
    Math.max(...xs) + slack,
    Math.max(...ys) + slack,
  ];
}

function union(one: Bounds, other: Bounds): Bounds {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}
