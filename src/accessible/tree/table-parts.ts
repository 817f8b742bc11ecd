/**
 * The parts of a table: its captions, groups, rows and cells, by element or by role, so that
 * `<div role="table">` is read as a `<table>` is. Input: source elements; output: those of them that
 * are parts. Pure. WAI-ARIA 1.2, 5.4 (table, grid, treegrid, rowgroup, row, cell, gridcell,
 * columnheader, rowheader, caption).
 */
import { roleOf } from "./element-types.ts";
import type { SourceElement, SourceNode } from "../source/source-tree.ts";

export type TablePart = "caption" | "group" | "row" | "cell" | "columnheader" | "rowheader";

const tableRoles = /^(?:table|grid|treegrid)$/;

const partsByRole: Readonly<Record<string, TablePart>> = {
  caption: "caption",
  rowgroup: "group",
  row: "row",
  cell: "cell",
  gridcell: "cell",
  columnheader: "columnheader",
  rowheader: "rowheader",
};

const partsByName: Readonly<Record<string, TablePart>> = {
  caption: "caption",
  thead: "group",
  tbody: "group",
  tfoot: "group",
  tr: "row",
  td: "cell",
  th: "cell",
};

/** Whether it is a table, by its element or by its role; one that only lays out is none. */
export function isTable(source: SourceElement): boolean {
  const role = roleOf(source);
  if (role !== undefined && tableRoles.test(role)) return true;
  return source.name === "table" && role !== "presentation" && role !== "none";
}

/** Whether its rows and cells are those of HTML, which a browser puts in order by itself. */
export function isNativeTable(source: SourceElement): boolean {
  return source.name === "table";
}

/** Which part of a table it is, by its role, or by its element where it has none. */
export function tablePart(source: SourceElement): TablePart | undefined {
  return partsByRole[roleOf(source) ?? ""] ?? partsByName[source.name];
}

export function isHeaderCell(cell: SourceElement): boolean {
  const part = tablePart(cell);
  if (part === "columnheader" || part === "rowheader") return true;
  return cell.name === "th" && partsByRole[roleOf(cell) ?? ""] === undefined;
}

/** How many columns or rows the source says that a cell spans. Elements of HTML go before roles. */
export function declaredSpan(cell: SourceElement, direction: "column" | "row"): string | undefined {
  const { attributes } = cell;
  return /^t[hd]$/.test(cell.name)
    ? attributes[direction === "column" ? "colspan" : "rowspan"]
    : attributes[direction === "column" ? "aria-colspan" : "aria-rowspan"];
}

/**
 * Parts of these kinds in `parent`, in order. Boxes without a meaning of their own, which may stand
 * between parts that have their roles alone (WAI-ARIA 1.2, 5.2.5), are looked into.
 */
export function partsIn(parent: SourceElement, ...kinds: readonly TablePart[]): SourceElement[] {
  return parent.children.flatMap((child): SourceElement[] => {
    if (child.kind === "text" || child.display === "none") return [];
    const part = tablePart(child);
    if (part !== undefined) return kinds.includes(part) ? [child] : [];
    return isMeaningless(child) ? partsIn(child, ...kinds) : [];
  });
}

/** What stands in a table given by role and in none of its cells or captions. */
export function looseIn(table: SourceElement): SourceNode | undefined {
  for (const child of table.children) {
    if (child.kind === "text") {
      if (child.text.trim() !== "") return child;
      continue;
    }
    if (child.display === "none" || child.attributes["aria-hidden"] === "true") continue;
    const part = tablePart(child);
    if (part === "group" || part === "row" || (part === undefined && isMeaningless(child))) {
      const loose = looseIn(child);
      if (loose !== undefined) return loose;
    } else if (part === undefined) return child;
  }
  return undefined;
}

/** A box and no more: it is seen through where what it holds has a role. */
export function isMeaningless(source: SourceElement): boolean {
  const role = roleOf(source);
  if (role !== undefined) return /^(?:generic|presentation|none)$/.test(role);
  return /^(?:div|span)$/.test(source.name);
}
