/**
 * The grid of an HTML table: in which slots each cell stands, how far it really reaches, which
 * headers head columns and which rows, and what rows lack. Input: the rows of each group; output:
 * a place for every cell. Pure. HTML, 4.9.12 (forming a table, header cells); ISO 14289-1 §7.5 wants
 * what comes out to be regular: no cells that overlap, and rows of one length.
 */
import type { SourceElement } from "../source/source-tree.ts";
import { declaredSpan, isHeaderCell } from "./table-parts.ts";

export interface CellPlace {
  readonly cell: SourceElement;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A row without either is none. */
export interface PlacedRow {
  readonly cells: readonly CellPlace[];
  /** How many slots at the row's end no cell fills. */
  readonly missing: number;
}

export interface TableGrid {
  /** By group, then by row. */
  readonly groups: readonly (readonly PlacedRow[])[];
  /** Which way a header cell heads where its author does not say. */
  readonly usualScope: (place: CellPlace, isInHead: boolean) => "Row" | "Column";
}

/** HTML's own limits for spans. */
const mostColumns = 1000;
const mostRows = 65_534;

/** `groups`: cells by row by group, as the table shows them from top to bottom. */
export function tableGrid(groups: readonly (readonly (readonly SourceElement[])[])[]): TableGrid {
  const placed: CellPlace[][][] = [];
  let firstRow = 0;
  for (const rows of groups) {
    placed.push(placeGroup(rows, firstRow));
    firstRow += rows.length;
  }
  const all = placed.flat(2);
  // Columns in which no cell begins are none: spans that reach into them run out of the table.
  const width = all.reduce((widest, { column }) => Math.max(widest, column + 1), 0);
  const clipped = new Map(
    all.map((place) => {
      const columnSpan = Math.min(place.columnSpan, width - place.column);
      return [place, { ...place, columnSpan }];
    }),
  );
  const filled = Array.from({ length: firstRow }, () => 0);
  for (const { row, rowSpan, columnSpan } of clipped.values()) {
    for (let at = row; at < row + rowSpan; at++) filled[at] = (filled[at] ?? 0) + columnSpan;
  }
  let row = 0;
  const rows = placed.map((group) =>
    group.map((cells) => ({ cells, missing: width - (filled[row++] ?? 0) })),
  );
  // A row that cells from above fill is none: nothing begins in it.
  const isKept = rows.flat().map(({ cells, missing }) => cells.length + missing > 0);
  const shortened = (place: CellPlace): CellPlace => {
    const { row: first, rowSpan } = place;
    return { ...place, rowSpan: isKept.slice(first, first + rowSpan).filter(Boolean).length };
  };
  const groupsOfRows = rows.map((group) =>
    group.map(({ cells, missing }) => ({
      cells: cells.flatMap((place) => clipped.get(place) ?? []).map(shortened),
      missing,
    })),
  );
  return { groups: groupsOfRows, usualScope: scopes([...clipped.values()]) };
}

function placeGroup(rows: readonly (readonly SourceElement[])[], firstRow: number): CellPlace[][] {
  /** By column: the first row in which it is free of cells from above. */
  const freeFrom: number[] = [];
  return rows.map((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while ((freeFrom[column] ?? 0) > row) column++;
      const declaredRows = spanOf(declaredSpan(cell, "row"), mostRows);
      const rowsLeft = rows.length - row;
      // Zero rows are all that is left of the group.
      const rowSpan = declaredRows === 0 ? rowsLeft : Math.min(declaredRows, rowsLeft);
      const declaredColumns = Math.max(spanOf(declaredSpan(cell, "column"), mostColumns), 1);
      let columnSpan = 0;
      // A span ends where a cell from above stands.
      while (columnSpan < declaredColumns && (freeFrom[column + columnSpan] ?? 0) <= row) {
        freeFrom[column + columnSpan] = row + rowSpan;
        columnSpan++;
      }
      const place = { cell, row: firstRow + row, column, rowSpan, columnSpan };
      column += columnSpan;
      return place;
    });
  });
}

function spanOf(value: string | undefined, most: number): number {
  const digits = /^\s*\+?(\d+)/.exec(value ?? "")?.[1];
  return digits === undefined ? 1 : Math.min(Number(digits), most);
}

/**
 * HTML, 4.9.12.2, the auto state: a header with no data beside it heads its column, one with none
 * above or below it its row. Empty cells, as in a corner, are no data. Where HTML lets a header head
 * nothing, one in a head or first row heads its column, another its row: PDF wants one of them.
 */
function scopes(places: readonly CellPlace[]): TableGrid["usualScope"] {
  const rowsWithData = new Set<number>();
  const columnsWithData = new Set<number>();
  for (const { cell, row, column, rowSpan, columnSpan } of places) {
    if (isHeaderCell(cell) || isEmpty(cell)) continue;
    for (let at = row; at < row + rowSpan; at++) rowsWithData.add(at);
    for (let at = column; at < column + columnSpan; at++) columnsWithData.add(at);
  }
  const hasData = (known: ReadonlySet<number>, first: number, count: number): boolean =>
    Array.from({ length: count }, (_, index) => first + index).some((at) => known.has(at));
  return ({ row, column, rowSpan, columnSpan }, isInHead) => {
    if (isInHead || !hasData(rowsWithData, row, rowSpan)) return "Column";
    if (!hasData(columnsWithData, column, columnSpan)) return "Row";
    return row === 0 ? "Column" : "Row";
  };
}

function isEmpty(cell: SourceElement): boolean {
  return cell.children.every((child) => child.kind === "text" && child.text.trim() === "");
}
