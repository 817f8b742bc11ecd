/**
 * Which cells of data no header cell heads. Input: a table as plain data; output: those cells. It is
 * HTML's algorithm for assigning header cells (4.9.12.2), which PDF's attributes Scope and Headers
 * (ISO 32000-1 §14.8.5.7) fit into, but for three things, where readers are more lenient than it:
 *
 * - an empty cell is no data, so that a corner left empty takes no header its scope;
 * - a header heads cells beyond another header that stands between;
 * - an empty header heads too: that it is empty is another fault.
 *
 * A cell as wide as its table is a line across it, which no header of a column could head, and is
 * left alone; so is one that says itself what heads it, or what it is called.
 */
import { placeCells, type PlacedCell, type TableCell, type TableRows } from "./table-of-cells.ts";

/** The first column, and the number of columns, of a group of columns. */
export type ColumnGroup = readonly [first: number, count: number];

export function cellsWithoutHeader<Cell extends TableCell>(
  rows: TableRows<Cell>,
  columnGroups: readonly ColumnGroup[] = [],
): readonly Cell[] {
  const placed = placeCells(rows);
  const width = placed.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
  const headers = placed.filter(({ cell }) => cell.heads !== undefined);
  const data = placed.filter(({ cell }) => cell.heads === undefined && !cell.isEmpty);
  const headed = [
    headedByLine(headers, data),
    headedByGroup(headers, "row-group", ({ group }) => [group]),
    headedByGroup(headers, "column-group", ({ column }) =>
      [...columnGroups.entries()]
        .filter(([, [first, count]]) => column >= first && column < first + count)
        .map(([index]) => index),
    ),
  ];
  return data
    .filter(({ cell, columnSpan }) => !cell.isNamed && columnSpan < width)
    .filter((cell) => !headed.some((isHeaded) => isHeaded(cell)))
    .map(({ cell }) => cell);
}

type IsHeaded = (cell: PlacedCell<TableCell>) => boolean;

/** By a header to its left that heads rows, or above it that heads columns. */
function headedByLine(
  headers: readonly PlacedCell<TableCell>[],
  data: readonly PlacedCell<TableCell>[],
): IsHeaded {
  const rowsWithData = new Set<number>();
  const columnsWithData = new Set<number>();
  for (const cell of data) {
    for (const row of rowsOf(cell)) rowsWithData.add(row);
    for (const column of columnsOf(cell)) columnsWithData.add(column);
  }
  /** By row: the first column that has a header of the row; by column: the first row. */
  const headerOfRow = new Map<number, number>();
  const headerOfColumn = new Map<number, number>();
  for (const header of headers) {
    const directions = directionsOf(header, rowsWithData, columnsWithData);
    if (directions.row) {
      for (const row of rowsOf(header)) keepLeast(headerOfRow, row, header.column);
    }
    if (directions.column) {
      for (const column of columnsOf(header)) keepLeast(headerOfColumn, column, header.row);
    }
  }
  return (cell) =>
    some(rowsOf(cell), (row) => (headerOfRow.get(row) ?? Infinity) < cell.column) ||
    some(columnsOf(cell), (column) => (headerOfColumn.get(column) ?? Infinity) < cell.row);
}

function directionsOf(
  header: PlacedCell<TableCell>,
  rowsWithData: ReadonlySet<number>,
  columnsWithData: ReadonlySet<number>,
): { readonly row: boolean; readonly column: boolean } {
  const { heads } = header.cell;
  if (heads !== "by-shape") {
    const isBoth = heads === "both";
    return { row: isBoth || heads === "row", column: isBoth || heads === "column" };
  }
  // The auto state of HTML: no data beside it, it heads its column; none above or below, its row.
  const column = !some(rowsOf(header), (row) => rowsWithData.has(row));
  return { column, row: !column && !some(columnsOf(header), (at) => columnsWithData.has(at)) };
}

/** By a header of its group that stands neither below it nor after it. */
function headedByGroup(
  headers: readonly PlacedCell<TableCell>[],
  scope: "row-group" | "column-group",
  groupsOf: (cell: PlacedCell<TableCell>) => readonly number[],
): IsHeaded {
  const ofGroups = headers.filter(({ cell }) => cell.heads === scope);
  return (cell) =>
    ofGroups.some(
      (header) =>
        header.column < cell.column + cell.columnSpan &&
        header.row < cell.row + cell.rowSpan &&
        groupsOf(header).some((group) => groupsOf(cell).includes(group)),
    );
}

function* rowsOf({ row, rowSpan }: PlacedCell<TableCell>): Generator<number> {
  for (let at = row; at < row + rowSpan; at += 1) yield at;
}

function* columnsOf({ column, columnSpan }: PlacedCell<TableCell>): Generator<number> {
  for (let at = column; at < column + columnSpan; at += 1) yield at;
}

function some(values: Iterable<number>, isSo: (value: number) => boolean): boolean {
  for (const value of values) if (isSo(value)) return true;
  return false;
}

function keepLeast(known: Map<number, number>, key: number, value: number): void {
  known.set(key, Math.min(known.get(key) ?? Infinity, value));
}
