import { describe, expect, test } from "vitest";
import { separationOf, standInLine } from "../../../../src/accessible/content/separation.ts";
import type { StreamUnits } from "../../../../src/accessible/content/units.ts";
import type { Matrix } from "../../../../src/pdf/geometry/matrix.ts";
import { streamOf, textUnit, type UnitOptions } from "../../../support/text-units.ts";

const page = streamOf();
const upright: Matrix = [1, 0, 0, -1, 0, 800];

/** `ab` in 10 pt ends at 10; the next text begins at `x`, `y`. */
function separation(
  x: number,
  y: number,
  { matrix = upright, stream = page, ...options }: UnitOptions & { stream?: StreamUnits } = {},
): string {
  const first = { unit: textUnit("ab", { matrix }), stream: page };
  return separationOf(first, { unit: textUnit("cd", { x, y, matrix, ...options }), stream });
}

describe("in one line", () => {
  test("what goes on or stands a word's space ahead is seen", () => {
    expect(separation(10, 0)).toBe("seen");
    expect(separation(13, 0)).toBe("seen");
  });

  test("what stands far ahead is a column", () => {
    expect(separation(16, 0)).toBe("column");
    expect(separation(300, 0)).toBe("column");
  });

  test("what stands back needs a space of its own", () => {
    expect(separation(7, 0)).toBe("standing");
    expect(separation(-100, 0)).toBe("standing");
    // Letters are kerned by less.
    expect(separation(9, 0)).toBe("seen");
  });

  test("what rises a little is still in the line", () => {
    expect(separation(30, 3)).toBe("column");
  });
});

test.each([
  ["below", 0, -14],
  ["above", 40, 20],
])("what stands %s is seen, but a column of letters needs spaces", (_name, x, y) => {
  const second = { unit: textUnit("cd", { x, y, matrix: upright }), stream: page };
  const first = (text: string) => ({ unit: textUnit(text, { matrix: upright }), stream: page });
  expect(separationOf(first("abcd"), second)).toBe("seen");
  expect(separationOf(first("ab"), second)).toBe("space");
});

test("what stands in another stream needs a space of its own, wherever it is", () => {
  expect(separation(0, -14, { stream: streamOf() })).toBe("standing");
});

test("text that is turned has its line where it runs", () => {
  const turned: Matrix = [0, 1, 1, 0, 0, 0];
  expect(separation(30, 0, { matrix: turned })).toBe("column");
  expect(separation(-20, 0, { matrix: turned })).toBe("standing");
  expect(separation(0, -14, { matrix: turned })).toBe("space");
});

test("distances count in font sizes as they are on the page", () => {
  const large: Matrix = [8, 0, 0, -8, 0, 0];
  expect(separation(13, 0, { matrix: large })).toBe("seen");
  expect(separation(16, 0, { matrix: large })).toBe("column");
});

test("a line from right to left ends at its last glyph", () => {
  const first = {
    unit: textUnit("אב", { x: 50, isReversed: true, matrix: upright }),
    stream: page,
  };
  const next = (x: number) => ({ unit: textUnit("c", { x, matrix: upright }), stream: page });
  expect(separationOf(first, next(20))).toBe("standing");
  expect(separationOf(first, next(46))).toBe("seen");
});

describe("standInLine", () => {
  const inLine = (x: number, y: number, matrix = upright): boolean =>
    standInLine(
      { unit: textUnit("ab", { matrix }), stream: page },
      { unit: textUnit("cd", { x, y, matrix }), stream: page },
    );

  test("tells lines apart by half a font size, however far along", () => {
    expect(inLine(500, 4)).toBe(true);
    expect(inLine(0, 6)).toBe(false);
    expect(inLine(-500, -4)).toBe(true);
  });

  test("goes by the direction of the text", () => {
    expect(inLine(500, 4, [0, 1, 1, 0, 0, 0])).toBe(true);
    expect(inLine(0, 6, [0, 1, 1, 0, 0, 0])).toBe(false);
  });

  test("is false where a text has no size on the page", () => {
    expect(inLine(0, 0, [0, 0, 0, 0, 0, 0])).toBe(false);
  });
});
