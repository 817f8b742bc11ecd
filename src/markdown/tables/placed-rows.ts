/**
 * Rows of a table with what each place of theirs is. Input: rows as they were read, all of one length;
 * output: for each place its cell, and how far it reaches. Head and body are placed by themselves.
 */
import { joinCells, type Place } from "./joined-cells.ts";
import type { TableCell, TableRow } from "./table-parts.ts";

export interface PlacedCell {
  readonly cell: TableCell;
  readonly place: Place;
  readonly row: TableRow;
}

export type PlacedRows = readonly (readonly PlacedCell[])[];

export function placeRows(rows: readonly TableRow[]): PlacedRows {
  const places = joinCells(rows.map(({ cells }) => cells.map(({ inline }) => inline.content)));
  return rows.map((row, at) =>
    row.cells.map((cell, column) => ({
      ...{ cell, row },
      place: places[at]?.[column] ?? { kind: "joined" },
    })),
  );
}

/** It holds a sign, or reaches across others. */
export function isJoined({ place }: PlacedCell): boolean {
  return place.kind !== "cell" || place.rowSpan > 1 || place.columnSpan > 1;
}

export function rowSpanOf(place: Place): number {
  return place.kind === "cell" ? place.rowSpan : 1;
}

export function columnSpanOf(place: Place): number {
  return place.kind === "cell" ? place.columnSpan : 1;
}
