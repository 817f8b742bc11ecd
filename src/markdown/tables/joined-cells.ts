/**
 * Cells that are joined to others: one that holds only `<` to that at its left, one that holds only `^`
 * to that above. Input: what the cells of a head, or of a body, hold; output: for each place the cell
 * that begins there with its spans, the mark of one that is joined, or what is wrong with it. Pure.
 */
import type { Wording } from "../fault-token.ts";

export type Place =
  | { readonly kind: "cell"; readonly rowSpan: number; readonly columnSpan: number }
  | { readonly kind: "joined" }
  | { readonly kind: "wrong"; readonly wording: Wording };

/** @param rows all of one length. */
export function joinCells(rows: readonly (readonly string[])[]): readonly (readonly Place[])[] {
  const areas = new Map<string, Area>();
  const owners: (string | undefined)[][] = [];
  const wrong = new Map<string, Wording>();
  for (const [row, cells] of rows.entries()) {
    const owned: (string | undefined)[] = [];
    owners.push(owned);
    for (const [column, text] of cells.entries()) {
      const key = keyOf(row, column);
      if (text !== "<" && text !== "^") {
        areas.set(key, { row, column, slots: [[row, column]] });
        owned.push(key);
        continue;
      }
      const owner = text === "<" ? owned[column - 1] : owners[row - 1]?.[column];
      const isAtEdge = text === "<" ? column === 0 : row === 0;
      if (isAtEdge) wrong.set(key, text === "<" ? NOTHING_LEFT : NOTHING_ABOVE);
      // A cell that is joined to a wrong one has no fault of its own.
      else if (owner !== undefined) areas.get(owner)?.slots.push([row, column]);
      owned.push(owner);
    }
  }
  for (const [key, area] of areas) {
    const last = area.slots.at(-1);
    if (isRectangle(area) || last === undefined) continue;
    wrong.set(keyOf(...last), NO_RECTANGLE);
    areas.set(key, { ...area, slots: [[area.row, area.column]] });
  }
  for (const [row, cells] of rows.entries()) {
    const begins = cells.some((_, column) => areas.has(keyOf(row, column)));
    const hasFault = cells.some((_, column) => wrong.has(keyOf(row, column)));
    if (!begins && !hasFault) wrong.set(keyOf(row, 0), NO_ROW);
  }
  return rows.map((cells, row) =>
    cells.map((_, column): Place => {
      const key = keyOf(row, column);
      const wording = wrong.get(key);
      if (wording !== undefined) return { kind: "wrong", wording };
      const area = areas.get(key);
      return area === undefined ? { kind: "joined" } : { kind: "cell", ...spansOf(area) };
    }),
  );
}

/** Places of one cell, in reading order; the first is its own. */
interface Area {
  readonly row: number;
  readonly column: number;
  readonly slots: (readonly [row: number, column: number])[];
}

function keyOf(row: number, column: number): string {
  return `${row} ${column}`;
}

function spansOf({ row, column, slots }: Area): { rowSpan: number; columnSpan: number } {
  const last = (most: number, value: number): number => Math.max(most, value);
  return {
    rowSpan: slots.map(([at]) => at).reduce(last, row) - row + 1,
    columnSpan: slots.map(([, at]) => at).reduce(last, column) - column + 1,
  };
}

function isRectangle(area: Area): boolean {
  const { rowSpan, columnSpan } = spansOf(area);
  return (
    area.slots.length === rowSpan * columnSpan &&
    area.slots.every(([row, column]) => row >= area.row && column >= area.column)
  );
}

const ESCAPED = "where the sign itself is meant, write a backslash before it";

const NOTHING_LEFT: Wording = {
  message: "there is no cell at the left of `<` to join it to",
  expected: "`<` in a cell that has another one at its left",
  hint: ESCAPED,
};

const NOTHING_ABOVE: Wording = {
  message: "there is no cell above `^` to join it to",
  expected: "`^` in a cell that has another one above it in the head, or in the body",
  hint: ESCAPED,
};

const NO_ROW: Wording = {
  message: "all cells of this row are joined to those above",
  expected: "a row in which a cell begins",
  hint: "remove the row, or write text into one of its cells",
};

const NO_RECTANGLE: Wording = {
  message: "the cells that are joined here are no rectangle",
  expected: "as many `<` in each of the rows that `^` joins",
  hint: "write `<` or `^` into the cells that are missing, or text into those that are too many",
};
