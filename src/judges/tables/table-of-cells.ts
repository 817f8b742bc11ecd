/**
 * A table as plain data, whatever it was read of, and where its cells stand. Input: the cells of each
 * row, by groups of rows; output: a place in the grid for every cell (HTML, 4.9.12.1, forming a
 * table). It judges nothing, and knows neither HTML nor PDF.
 */

/**
 * Which cells a header heads: those of its row, its column, its group of rows or columns; of both
 * its row and its column; or whichever the shape of the table says.
 */
export type Scope = "row" | "column" | "row-group" | "column-group" | "both" | "by-shape";

export interface TableCell {
  /** The scope of a header; undefined for a cell of data. */
  readonly heads: Scope | undefined;
  /** It holds nothing that is read. */
  readonly isEmpty: boolean;
  /** It says itself which cells head it, or what it is called. */
  readonly isNamed: boolean;
  /** At least 1; 0 for all rows that are left in the group. */
  readonly rowSpan: number;
  /** At least 1. */
  readonly columnSpan: number;
}

export interface PlacedCell<Cell extends TableCell> {
  readonly cell: Cell;
  readonly group: number;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Cells by row by group. */
export type TableRows<Cell extends TableCell> = readonly (readonly (readonly Cell[])[])[];

/** Spans end with their group; where cells overlap, the one that comes first keeps the place. */
export function placeCells<Cell extends TableCell>(
  groups: TableRows<Cell>,
): readonly PlacedCell<Cell>[] {
  const placed: PlacedCell<Cell>[] = [];
  let firstRow = 0;
  for (const [group, rows] of groups.entries()) {
    /** By column: the first row that no cell from above reaches. */
    const freeFrom: number[] = [];
    for (const [at, cells] of rows.entries()) {
      let column = 0;
      for (const cell of cells) {
        while ((freeFrom[column] ?? 0) > at) column += 1;
        const rowsLeft = rows.length - at;
        const rowSpan = cell.rowSpan === 0 ? rowsLeft : Math.min(cell.rowSpan, rowsLeft);
        const place = { cell, group, row: firstRow + at, column, rowSpan };
        placed.push({ ...place, columnSpan: cell.columnSpan });
        for (let next = column; next < column + cell.columnSpan; next += 1) {
          freeFrom[next] = Math.max(freeFrom[next] ?? 0, at + rowSpan);
        }
        column += cell.columnSpan;
      }
    }
    firstRow += rows.length;
  }
  return placed;
}
