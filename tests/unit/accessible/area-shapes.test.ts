import { expect, test } from "vitest";
import { placeOfArea } from "../../../src/accessible/image-maps/area-shapes.ts";

const place = (
  shape: "rect" | "circle" | "poly" | "default",
  ...coordinates: number[]
): ReturnType<typeof placeOfArea> => placeOfArea({ shape, coordinates }, 100, 80);

test("a rectangle is one box, cut off where the picture ends", () => {
  expect(place("rect", 10, 20, 30, 40)).toEqual({ box: [10, 20, 30, 40], stripes: [] });
  expect(place("rect", 30, 40, 10, 20)).toEqual({ box: [10, 20, 30, 40], stripes: [] });
  expect(place("rect", -10, -10, 500, 500)).toEqual({ box: [0, 0, 100, 80], stripes: [] });
  expect(place("default")).toEqual({ box: [0, 0, 100, 80], stripes: [] });
});

test("an area outside of the picture, or without a shape, has no place", () => {
  expect(place("rect", 100, 0, 200, 80)).toBeUndefined();
  expect(place("rect", 1, 2, 3)).toBeUndefined();
  expect(place("rect", 10, 10, 10, 40)).toBeUndefined();
  expect(place("circle", 50, 40)).toBeUndefined();
  expect(place("poly", 0, 0, 10, 10)).toBeUndefined();
});

test("a circle is stripes in its box, widest in the middle", () => {
  const circle = place("circle", 50, 40, 20);
  expect(circle?.box.map(Math.round)).toEqual([30, 20, 70, 60]);
  const widths = circle?.stripes.map(([left, , right]) => right - left) ?? [];
  expect(widths).toHaveLength(16);
  expect(Math.max(...widths)).toBe(widths[7]);
  const area = circle?.stripes.reduce(
    (sum, [left, top, right, bottom]) => sum + (right - left) * (bottom - top),
    0,
  );
  expect((area ?? 0) / (Math.PI * 400)).toBeCloseTo(1, 1);
});

test("a polygon with a notch has no stripes in the notch", () => {
  // A U: 10 to 30 and 50 to 70, joined below.
  const shape = place("poly", 10, 0, 30, 0, 30, 40, 50, 40, 50, 0, 70, 0, 70, 80, 10, 80);
  const holds = (x: number, y: number): boolean =>
    (shape?.stripes ?? []).some(
      ([left, top, right, bottom]) => x > left && x < right && y > top && y < bottom,
    );
  expect(shape?.box).toEqual([10, 0, 70, 80]);
  expect([holds(20, 12), holds(40, 12), holds(60, 12), holds(40, 62)]).toEqual([
    true,
    false,
    true,
    true,
  ]);
});
