/** Which cells of data no header heads, of tables as plain data. */
import { describe, expect, test } from "vitest";
import { cellsWithoutHeader } from "../../../../src/judges/tables/cells-without-header.ts";
import type { Scope, TableCell } from "../../../../src/judges/tables/table-of-cells.ts";

interface Named extends TableCell {
  readonly name: string;
}

function cell(
  name: string,
  heads?: Scope,
  spans: readonly [rows: number, columns: number] = [1, 1],
): Named {
  const [rowSpan, columnSpan] = spans;
  return { name, heads, isEmpty: name === "", isNamed: false, rowSpan, columnSpan };
}
const data = (name: string, ...spans: readonly number[]): Named =>
  cell(name, undefined, [spans[0] ?? 1, spans[1] ?? 1]);

describe.each<[string, groups: Named[][][], expected: readonly string[]]>([
  [
    "a header that spans all rows that are left heads them",
    [[[cell("h", "row", [0, 1]), data("a"), data("b")], [data("c")], [data("d")]]],
    [],
  ],
  [
    "a span ends with its group",
    [[[cell("h", "row", [9, 1]), data("a")]], [[data("b"), data("c")]]],
    ["b", "c"],
  ],
  [
    "a cell from above takes the place of those beside it",
    [
      [
        [cell("h", "column"), data("a", 2, 1)],
        [data("b"), data("c")],
      ],
    ],
    ["a", "c"],
  ],
  [
    "cells that overlap keep their columns",
    [[[data("a", 2, 2)], [data("b", 1, 2), data("c")]]],
    ["a", "b", "c"],
  ],
  [
    "a header heads no cell above it, nor before it",
    [
      [
        [data("a"), data("b")],
        [data("c"), cell("h", "both")],
      ],
    ],
    ["a", "b", "c"],
  ],
  [
    "of headers in both ways, one with data beside it and below it heads nothing",
    [
      [
        [data("a"), cell("h", "by-shape")],
        [data("b"), data("c")],
      ],
    ],
    ["a", "b", "c"],
  ],
  [
    "an empty cell is no data, and asks for no header",
    [
      [
        [data(""), cell("h", "by-shape")],
        [data(""), data("a")],
      ],
    ],
    [],
  ],
])("%s", (_, groups, expected) => {
  test("so", () => {
    expect(cellsWithoutHeader(groups).map(({ name }) => name)).toEqual(expected);
  });
});

test("a header of a group of columns heads those of its group alone", () => {
  const rows = [
    [cell("h", "column-group", [1, 2]), cell("", "column-group", [1, 1])],
    [data("a"), data("b"), data("c")],
  ];
  const found = (groups: readonly (readonly [number, number])[]): readonly string[] =>
    cellsWithoutHeader([rows], groups).map(({ name }) => name);
  expect(
    found([
      [0, 2],
      [2, 1],
    ]),
  ).toEqual([]);
  expect(found([[0, 2]])).toEqual(["c"]);
  expect(found([])).toEqual(["a", "b", "c"]);
});

test("a table of many spans is read in reasonable memory", () => {
  const rows = Array.from({ length: 3000 }, (_, index) => [data(`cell ${index}`, 65_534)]);
  expect(cellsWithoutHeader([[[cell("h", "column")], ...rows]])).toHaveLength(2999);
});
