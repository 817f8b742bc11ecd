/**
 * Rules about tables: rows, header cells, and cells of data that have one. Input: a Table of the
 * structure tree; output: findings. What ISO 14289-1 §7.5 demands of the attributes Scope and Headers
 * is veraPDF's to judge; that tables have headers, it only recommends.
 */
import {
  elementsOf,
  textOf,
  walkElements,
  type StructureElement,
  type StructureKid,
} from "../../../pdf/structure/structure-tree.ts";
import type { FoundPlace } from "../../verdict/found-element.ts";
import { findingOf } from "../../verdict/judge-info.ts";
import { PDF_STRUCTURE_RULES, type PdfStructureFinding } from "../pdf-structure-info.ts";
import { cellsWithoutHeader } from "../../tables/cells-without-header.ts";
import type { Scope, TableCell, TableRows } from "../../tables/table-of-cells.ts";
import { describeCellsWithoutHeader } from "../../tables/table-findings.ts";
import { excerpt } from "./excerpt.ts";

export function judgeTable(
  table: StructureElement,
  place: (of: StructureElement) => FoundPlace,
): readonly PdfStructureFinding[] {
  const rows = readRows(table.kids);
  const cells = rows.flat(2);
  // A row may stand somewhere else than it may: what it holds is a table's all the same.
  const inside = [...walkElements(table.kids)];
  if (!inside.some(({ mappedRole }) => mappedRole === "TR")) {
    return [
      findingOf(PDF_STRUCTURE_RULES["pdf-table-structure"], {
        ...place(table),
        message: "A table has no rows.",
      }),
    ];
  }
  if (!inside.some(({ mappedRole }) => mappedRole === "TH")) {
    return [
      findingOf(PDF_STRUCTURE_RULES["pdf-table-headers"], {
        ...place(table),
        message: `A table has no header cells; it starts with “${excerpt(table)}”.`,
      }),
    ];
  }
  const empty = cells.filter(({ heads, isEmpty }) => heads !== undefined && isEmpty);
  const bare = cellsWithoutHeader(rows);
  const [firstEmpty] = empty;
  const [firstBare] = bare;
  const found: PdfStructureFinding[] = [];
  if (firstEmpty !== undefined) {
    const count = empty.length === 1 ? "1 header cell" : `${empty.length} header cells`;
    found.push(
      findingOf(PDF_STRUCTURE_RULES["pdf-empty-header"], {
        ...place(firstEmpty.source),
        message: `${count} of this table ${empty.length === 1 ? "is" : "are"} empty.`,
      }),
    );
  }
  if (firstBare !== undefined) {
    found.push(
      findingOf(PDF_STRUCTURE_RULES["pdf-cell-without-header"], {
        ...place(firstBare.source),
        message: describeCellsWithoutHeader(bare.map(({ source }) => textOf(source))),
      }),
    );
  }
  return found;
}

interface PdfCell extends TableCell {
  readonly source: StructureElement;
}

/** Rows in the table itself are a group of their own. */
function readRows(kids: readonly StructureKid[]): TableRows<PdfCell> {
  const groups: PdfCell[][][] = [];
  let loose: PdfCell[][] | undefined;
  for (const kid of elementsOf(kids)) {
    if (kid.mappedRole === "TR") {
      if (loose === undefined) groups.push((loose = []));
      loose.push(readCells(kid));
    } else if (/^T(?:Head|Body|Foot)$/.test(kid.mappedRole)) {
      loose = undefined;
      const rows = elementsOf(kid.kids).filter(({ mappedRole }) => mappedRole === "TR");
      groups.push(rows.map(readCells));
    }
  }
  return groups;
}

function readCells(row: StructureElement): PdfCell[] {
  return elementsOf(row.kids)
    .filter(({ mappedRole }) => mappedRole === "TH" || mappedRole === "TD")
    .map((source) => {
      const { rowSpan, columnSpan, isNamed } = readAttributes(source);
      const heads = source.mappedRole === "TH" ? scopeOf(source) : undefined;
      return { source, heads, isEmpty: isEmpty(source), isNamed, rowSpan, columnSpan };
    });
}

/** A span of a damaged file may be any number. */
const MOST_ROWS = 65_534;
const MOST_COLUMNS = 1_000;

function readAttributes({ attributes }: StructureElement) {
  const span = (value: number | undefined, most: number): number =>
    Math.min(Math.max(Math.trunc(value ?? 1), 1), most);
  return {
    rowSpan: span(attributes.rowSpan, MOST_ROWS),
    columnSpan: span(attributes.colSpan, MOST_COLUMNS),
    // Names that lead to no header are axe-core's to find, in the HTML that is derived.
    isNamed: (attributes.headers ?? []).length > 0,
  };
}

/** Readers take a TH that has no Scope for the header of whatever is beside and below it. */
function scopeOf({ attributes }: StructureElement): Scope {
  const scopes: Readonly<Record<string, Scope>> = { Row: "row", Column: "column" };
  return scopes[attributes.scope ?? ""] ?? "both";
}

/** Nothing in it is read: no text, and nothing that has an alternative, a field or a link. */
function isEmpty(cell: StructureElement): boolean {
  if (textOf(cell).trim() !== "") return false;
  return ![cell, ...walkElements(cell.kids)].some(
    ({ mappedRole, kids }) =>
      mappedRole === "Figure" ||
      mappedRole === "Formula" ||
      kids.some((kid) => kid.kind === "annotation"),
  );
}
