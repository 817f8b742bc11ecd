/**
 * Names of the headers of each cell. Where a table has headers of several levels, programs differ about
 * which head a cell, so each cell of data names its own (HTML, 4.9.12.2; technique H43). Input: the rows
 * of head and body, marked; output: `id` on headers, and `headers` on cells of data.
 */
import { columnSpanOf, rowSpanOf, type PlacedRows } from "./placed-rows.ts";

/** @param id of the table, with which the names begin. */
export function nameHeaders(id: string, head: PlacedRows, body: PlacedRows): void {
  const ofColumns = new Map<number, string[]>();
  const ofRows = new Map<number, string[]>();
  let count = 0;
  /** Names the headers of some rows, each for all the lines that it reaches across. */
  const name = (rows: PlacedRows, known: Map<number, string[]>, isOfRow: boolean): void => {
    for (const [at, row] of rows.entries()) {
      for (const [column, { cell, place }] of row.entries()) {
        if (place.kind === "joined" || cell.opening.tag !== "th") continue;
        count += 1;
        const own = `${id}-head-${count}`;
        cell.opening.attrSet("id", own);
        const first = isOfRow ? at : column;
        const span = isOfRow ? rowSpanOf(place) : columnSpanOf(place);
        for (const line of linesFrom(first, span))
          known.set(line, [...(known.get(line) ?? []), own]);
      }
    }
  };
  name(head, ofColumns, false);
  name(body, ofRows, true);
  for (const [at, row] of body.entries()) {
    for (const [column, { cell, place }] of row.entries()) {
      if (place.kind === "joined" || cell.opening.tag === "th") continue;
      const names = [
        ...linesFrom(column, columnSpanOf(place)).flatMap((line) => ofColumns.get(line) ?? []),
        ...linesFrom(at, rowSpanOf(place)).flatMap((line) => ofRows.get(line) ?? []),
      ];
      cell.opening.attrSet("headers", [...new Set(names)].join(" "));
    }
  }
}

function linesFrom(first: number, span: number): readonly number[] {
  return Array.from({ length: span }, (_, index) => first + index);
}
