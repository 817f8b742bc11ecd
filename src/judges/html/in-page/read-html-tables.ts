/**
 * Runs in an isolated world of a page: reads its tables of data as plain data, and then says where some of
 * their cells are, and what they read. It judges nothing.
 */
import type { ColumnGroup } from "../../tables/cells-without-header.ts";
import type { Scope, TableCell } from "../../tables/table-of-cells.ts";
import type { FoundPlace } from "../../verdict/found-element.ts";
import { placeOf } from "./places.ts";

export interface HtmlCell extends TableCell {
  /** Its number among all cells that were read. */
  readonly index: number;
}

export interface HtmlTable {
  /** By group of rows. */
  readonly rows: readonly (readonly (readonly HtmlCell[])[])[];
  readonly columnGroups: readonly ColumnGroup[];
}

/** The cells that were read last, by their numbers. */
let readCells: readonly HTMLTableCellElement[] = [];

/**
 * Of tables that are seen, are not for layout, and have a header cell. A table without two rows of
 * two cells is no data: bars of links have one row, and what is in their midst is often a `th`.
 */
export function readHtmlTables(): HtmlTable[] {
  const all: HTMLTableCellElement[] = [];
  readCells = all;
  const scopes: Readonly<Record<string, Scope>> = {
    row: "row",
    col: "column",
    rowgroup: "row-group",
    colgroup: "column-group",
  };

  const scopeOf = (cell: HTMLTableCellElement): Scope | undefined => {
    const role = cell.getAttribute("role");
    if (role === "columnheader") return "column";
    if (role === "rowheader") return "row";
    const isHeader = cell.localName === "th" && role !== "cell" && role !== "gridcell";
    // HTML 4 let cells of data have a scope.
    if (!isHeader && !cell.hasAttribute("scope")) return undefined;
    return scopes[cell.getAttribute("scope")?.trim().toLowerCase() ?? ""] ?? "by-shape";
  };

  const readCell = (cell: HTMLTableCellElement): HtmlCell => {
    const saying =
      'img:not([alt=""]), svg, math, canvas, input, select, textarea, button, [aria-label]';
    return {
      index: all.push(cell) - 1,
      heads: scopeOf(cell),
      isEmpty:
        !cell.checkVisibility() ||
        (cell.textContent.trim() === "" && cell.querySelector(saying) === null),
      // Names that lead to no header are axe-core's to find.
      isNamed: ["headers", "aria-label", "aria-labelledby"].some(
        (name) => (cell.getAttribute(name) ?? "").trim() !== "",
      ),
      rowSpan: cell.rowSpan,
      columnSpan: cell.colSpan,
    };
  };

  const columnGroupsOf = (table: HTMLTableElement): ColumnGroup[] => {
    let first = 0;
    return [...table.querySelectorAll<HTMLTableColElement>(":scope > colgroup")].map((group) => {
      const columns = [...group.querySelectorAll("col")];
      const count =
        columns.length > 0 ? columns.reduce((sum, { span }) => sum + span, 0) : group.span;
      const place: ColumnGroup = [first, count];
      first += count;
      return place;
    });
  };

  return [...document.querySelectorAll("table")]
    .filter((table) => table.checkVisibility())
    .filter((table) => !table.matches("[role=presentation], [role=none]"))
    .map((table) => {
      const groups = new Map<Node | null, HtmlCell[][]>();
      for (const row of table.rows) {
        const rows = groups.get(row.parentNode) ?? [];
        groups.set(row.parentNode, rows);
        rows.push([...row.cells].map(readCell));
      }
      return { rows: [...groups.values()], columnGroups: columnGroupsOf(table) };
    })
    .filter(({ rows }) => {
      const fullRows = rows
        .flat()
        .filter((row) => row.filter(({ isEmpty }) => !isEmpty).length > 1);
      return fullRows.length > 1 && rows.flat(2).some(({ heads }) => heads !== undefined);
    });
}

/** Where the first of them is. */
export interface CellPlaces extends FoundPlace {
  readonly texts: readonly string[];
}

/** @param indexes of cells that {@link readHtmlTables} read, at least one. */
export function placeHtmlCells(indexes: readonly number[]): CellPlaces {
  const cells = indexes.flatMap((index) => readCells[index] ?? []);
  /** Its words, or else what its pictures and fields are called. */
  const readText = (cell: HTMLTableCellElement): string => {
    if (cell.textContent.trim() !== "") return cell.textContent;
    const names = [...cell.querySelectorAll("[alt], [aria-label]")].map(
      (inner) => inner.getAttribute("alt") ?? inner.getAttribute("aria-label") ?? "",
    );
    return names.join(" ");
  };
  const [first] = cells;
  if (first === undefined) throw new Error("there is no such cell");
  return { ...placeOf(first), texts: cells.map(readText) };
}
