import { describe, expect, test } from "vitest";
import { boundsOf, overlap, type Bounds } from "../../../../src/accessible/content/bounds.ts";
import { PathBox } from "../../../../src/pdf/geometry/path-box.ts";
import type { PathUnit, PictureUnit } from "../../../../src/accessible/content/units.ts";
import { IDENTITY, type Matrix } from "../../../../src/pdf/geometry/matrix.ts";
import { numbersOf } from "../../../../src/pdf/content/operations.ts";
import { latin1, parseContent } from "../../../support/content.ts";
import { letterFont, streamOf, textUnit } from "../../../support/text-units.ts";

const place = { mark: undefined, x: 0, y: 0 } as const;

function path(raw: string, matrix: Matrix = IDENTITY): PathUnit {
  const box = new PathBox();
  for (const operation of parseContent(latin1(raw)).operations) {
    box.add(operation.operator, numbersOf(operation));
  }
  return { kind: "path", raw, matrix, box: box.box, ...place };
}

function picture(raw: string, matrix: Matrix = IDENTITY): PictureUnit {
  return { kind: "picture", raw, matrix, ...place };
}

/** Whether it holds all of a box, and at most `slack` more on each side. */
function expectAround(bounds: Bounds, [left, top, right, bottom]: Bounds, slack: number): void {
  const beyond = [left - bounds[0], top - bounds[1], bounds[2] - right, bounds[3] - bottom];
  expect(Math.min(...beyond)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...beyond)).toBeLessThanOrEqual(slack);
}

const everywhere = [-Infinity, -Infinity, Infinity, Infinity];

describe("a path", () => {
  test.each([
    ["a rectangle", "10 20 30 40 re\nf"],
    ["one drawn backwards", "40 60 -30 -40 re\nf"],
    ["lines", "10 20 m\n40 60 l\nS"],
    ["a curve with its handles", "10 20 m\n12 60 40 25 30 30 c\nf"],
    ["several parts", "10 20 5 5 re\n35 55 5 5 re\nf"],
  ])("%s is within its bounds", (_name, raw) => {
    expectAround(boundsOf(path(raw)), [10, 20, 40, 60], 5);
  });

  test("is on the page where its matrix puts it, turned too", () => {
    expectAround(boundsOf(path("0 0 10 20 re\nf", [0, 2, -2, 0, 100, 50])), [60, 50, 100, 70], 5);
  });

  test("that cannot be read is everywhere", () => {
    expect(boundsOf(path("x 0 m\nf"))).toEqual(everywhere);
    expect(boundsOf(path("f"))).toEqual(everywhere);
  });

  // A content stream may put any white space between operands; Chromium ends a line by each operator.
  test("is within its bounds however its operands are set in lines", () => {
    expectAround(boundsOf(path("0 0\n10 10 re\nf")), [0, 0, 10, 10], 5);
  });
});

describe("a text", () => {
  test("is within its bounds, with what rises and hangs", () => {
    const unit = textUnit("ab", { x: 20, y: 50, size: 10, font: letterFont() });
    const [left, bottom, right, top] = boundsOf(unit);
    expect([left, right]).toEqual([20, 30]);
    expect(bottom).toBeLessThan(50 - 2);
    expect(top).toBeGreaterThan(50 + 9);
  });

  test("is on the page where its matrices put it", () => {
    const unit = textUnit("ab", { textMatrix: [1, 0, 0, -1, 5, 5], matrix: [2, 0, 0, 2, 0, 0] });
    const [left, top, right, bottom] = boundsOf(unit);
    expect([left, right]).toEqual([10, 30]);
    expect(top).toBeLessThan(10);
    expect(bottom).toBeGreaterThan(10);
  });

  test("from right to left has the same bounds as its glyphs", () => {
    const [left, , right] = boundsOf(textUnit("ab", { x: 20, isReversed: true }));
    expect([left, right]).toEqual([15, 25]);
  });
});

describe("a picture", () => {
  test("fills the unit square of its matrix", () => {
    expectAround(boundsOf(picture("/X1 Do", [30, 0, 0, -40, 10, 60])), [10, 20, 40, 60], 5);
  });

  test("that is a shading fills all that is not clipped", () => {
    expect(boundsOf(picture("/S1 sh"))).toEqual(everywhere);
  });

  test("that is a form is where its units are, or everywhere without any", () => {
    const inner = streamOf(
      { kind: "state", operations: [] },
      path("0 0 5 5 re\nf"),
      path("50 60 5 5 re\nf"),
    );
    expectAround(boundsOf({ ...picture("/X Do"), form: inner }), [0, 0, 55, 65], 5);
    expect(boundsOf({ ...picture("/X Do"), form: streamOf() })).toEqual(everywhere);
  });
});

test("boxes that only touch do not overlap", () => {
  expect(overlap([0, 0, 10, 10], [10, 0, 20, 10])).toBe(false);
  expect(overlap([0, 0, 10, 10], [0, 10, 10, 20])).toBe(false);
  expect(overlap([0, 0, 10, 10], [9, 9, 20, 20])).toBe(true);
  expect(overlap([0, 0, 10, 10], [2, 2, 3, 3])).toBe(true);
});
