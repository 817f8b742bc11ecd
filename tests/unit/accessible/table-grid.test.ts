import { describe, expect, test } from "vitest";
import type { SourceElement } from "../../../src/accessible/source/source-tree.ts";
import { tableGrid } from "../../../src/accessible/tree/table-grid.ts";

function cell(
  name: "td" | "th",
  attributes: Record<string, string> = {},
  text = "x",
): SourceElement {
  return {
    kind: "element",
    ref: "1",
    name,
    attributes,
    display: "table-cell",
    invisible: false,
    children: text === "" ? [] : [{ kind: "text", text }],
  };
}

const data = (attributes?: Record<string, string>): SourceElement => cell("td", attributes);
const header = (attributes?: Record<string, string>): SourceElement => cell("th", attributes);

/** Each row as its cells, `columns×rows`, and what it lacks. */
function shape(groups: readonly (readonly (readonly SourceElement[])[])[]): string[] {
  return tableGrid(groups)
    .groups.flat()
    .map(({ cells, missing }) =>
      [
        ...cells.map(({ columnSpan, rowSpan }) => `${columnSpan}×${rowSpan}`),
        ...(missing > 0 ? [`+${missing}`] : []),
      ].join(" "),
    );
}

describe("the grid of a table", () => {
  test("fills rows that are shorter than the longest", () => {
    expect(shape([[[data(), data(), data()], [data()], []]])).toEqual([
      "1×1 1×1 1×1",
      "1×1 +2",
      "+3",
    ]);
  });

  test("keeps spans that fit", () => {
    const rows = [
      [header({ rowspan: "2" }), header({ colspan: "2" })],
      [data(), data()],
    ];
    expect(shape([rows])).toEqual(["1×2 2×1", "1×1 1×1"]);
  });

  test("ends spans where the group and the table end", () => {
    const first = [[data({ rowspan: "9" }), data({ colspan: "7" })], [data()]];
    expect(shape([first, [[data(), data()]]])).toEqual(["1×2 1×1", "1×1", "1×1 1×1"]);
  });

  test("ends a span where a cell from above stands", () => {
    const rows = [
      [data(), data({ rowspan: "2" }), data()],
      [data({ colspan: "2" }), data()],
    ];
    expect(shape([rows])).toEqual(["1×1 1×2 1×1", "1×1 1×1"]);
  });

  test("takes no rows for all that are left, and what is no number for one", () => {
    const rows = [
      [data({ rowspan: "0" }), data({ colspan: "-2" })],
      [data()],
      [data({ rowspan: "a" })],
    ];
    expect(shape([rows])).toEqual(["1×3 1×1", "1×1", "1×1"]);
  });

  test("drops a row that cells from above fill, and counts them without it", () => {
    const rows = [[data({ rowspan: "3" }), data({ rowspan: "2" })], [], [data()]];
    expect(shape([rows])).toEqual(["1×2 1×1", "", "1×1"]);
  });
});

describe("the scope of headers", () => {
  function scopes(rows: readonly (readonly SourceElement[])[], isInHead = false): string[] {
    const { groups, usualScope } = tableGrid([rows]);
    return groups
      .flat()
      .flatMap(({ cells }) => cells)
      .filter((place) => place.cell.name === "th")
      .map((place) => usualScope(place, isInHead));
  }

  test("is the column where no data stands beside, an empty corner apart", () => {
    const rows = [
      [cell("td", {}, ""), header(), header()],
      [header(), data(), data()],
    ];
    expect(scopes(rows)).toEqual(["Column", "Column", "Row"]);
  });

  test("is the row where data stands beside and none in the column", () => {
    const rows = [
      [header(), data()],
      [header(), data()],
    ];
    expect(scopes(rows)).toEqual(["Row", "Row"]);
  });

  test("counts data that reaches down from above", () => {
    const rows = [[header(), data({ rowspan: "2" })], [header()]];
    expect(scopes(rows)).toEqual(["Row", "Row"]);
  });

  test("is the column in a head and in a first row that HTML leaves open", () => {
    const rows = [
      [data(), header()],
      [header(), data()],
    ];
    expect(scopes(rows)).toEqual(["Column", "Row"]);
    expect(scopes(rows, true)).toEqual(["Column", "Column"]);
  });
});
