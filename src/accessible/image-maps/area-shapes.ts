/**
 * Where an area of an image map lies, as link annotations have it: a rectangle, and for other shapes
 * quadrilaterals that lie in it. Input: an area and the size of the picture's inner box; output: boxes in
 * pixels of the picture. Pure. HTML Standard, 4.8.14 (image maps); ISO 32000-1, table 173.
 */
import type { SourceArea } from "./source-areas.ts";

/** Left, top, right, bottom. */
export type AreaBox = readonly [number, number, number, number];

export interface AreaPlace {
  readonly box: AreaBox;
  /** Stripes that make up a shape which is no rectangle; empty for a rectangle. */
  readonly stripes: readonly AreaBox[];
}

/** How many stripes a shape is cut into: the finer, the closer. */
const stripeCount = 16;
const circleCorners = 32;

type Point = readonly [x: number, y: number];

/** Undefined where the area says no shape, or lies outside of the picture. */
export function placeOfArea(
  { shape, coordinates }: Pick<SourceArea, "shape" | "coordinates">,
  width: number,
  height: number,
): AreaPlace | undefined {
  const picture: AreaBox = [0, 0, width, height];
  if (shape === "default") return rectangle(picture, picture);
  if (shape === "rect") {
    const [a = NaN, b = NaN, c = NaN, d = NaN] = coordinates;
    // Corners the wrong way round are turned.
    return rectangle([Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)], picture);
  }
  return polygon(shape === "circle" ? circle(coordinates) : pairs(coordinates), picture);
}

function rectangle(box: AreaBox, picture: AreaBox): AreaPlace | undefined {
  const shown = within(box, picture);
  return shown && { box: shown, stripes: [] };
}

function circle([x = NaN, y = NaN, radius = NaN]: readonly number[]): Point[] {
  return Array.from({ length: circleCorners }, (_, index) => {
    const angle = (2 * Math.PI * index) / circleCorners;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

function pairs(coordinates: readonly number[]): Point[] {
  return Array.from({ length: Math.floor(coordinates.length / 2) }, (_, index) => [
    coordinates[2 * index] ?? NaN,
    coordinates[2 * index + 1] ?? NaN,
  ]);
}

function polygon(points: readonly Point[], picture: AreaBox): AreaPlace | undefined {
  if (points.length < 3) return undefined;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const all: AreaBox = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const box = within(all, picture);
  if (box === undefined) return undefined;
  const [, top, , bottom] = box;
  const step = (bottom - top) / stripeCount;
  const stripes = Array.from({ length: stripeCount }, (_, index) => {
    const from = top + index * step;
    return crossings(points, from + step / 2)
      .map(([left, right]) => within([left, from, right, from + step], box))
      .filter((stripe) => stripe !== undefined);
  });
  return { box, stripes: stripes.flat() };
}

/** Where the shape is met at a height, from and to, by the even-odd rule. */
function crossings(points: readonly Point[], y: number): (readonly [number, number])[] {
  const xs = points
    .flatMap(([x, top], index) => {
      const [nextX = x, next = top] = points[(index + 1) % points.length] ?? [];
      return top <= y === next <= y ? [] : [x + ((y - top) / (next - top)) * (nextX - x)];
    })
    .sort((a, b) => a - b);
  return Array.from({ length: Math.floor(xs.length / 2) }, (_, index) => [
    xs[2 * index] ?? 0,
    xs[2 * index + 1] ?? 0,
  ]);
}

function within(
  [left, top, right, bottom]: AreaBox,
  [from, above, to, below]: AreaBox,
): AreaBox | undefined {
  const shown: AreaBox = [
    Math.max(left, from),
    Math.max(top, above),
    Math.min(right, to),
    Math.min(bottom, below),
  ];
  // What is not a number is not larger.
  return shown[2] > shown[0] && shown[3] > shown[1] ? shown : undefined;
}
