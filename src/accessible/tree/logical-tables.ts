/**
 * Tables as logical elements, by element or by role: rows in their groups, cells
 * with scope, headers and spans. What HTML leaves irregular is made regular. ISO 32000-1 §14.8.4.3.4, ISO 14289-1 §7.5.
 */
import type { Surroundings, TreeBuilder } from "./tree-builder.ts";
import type { LogicalElement, LogicalNode, StructureType, TableCell } from "./logical-tree.ts";
import { collapse, describeElement } from "../source/source-names.ts";
import type { SourceElement } from "../source/source-tree.ts";
import { tableGrid, type CellPlace, type PlacedRow, type TableGrid } from "./table-grid.ts";
import { isHeaderCell, isNativeTable, looseIn, partsIn, tablePart } from "./table-parts.ts";

interface RowGroup {
  readonly type: StructureType;
  readonly source: SourceElement;
  readonly rows: readonly SourceElement[];
}

interface TableContext {
  readonly grid: TableGrid;
  /** Whether the source has the rows in a head. */
  readonly isInHead: boolean;
  /** `/ID` of each header cell that has an id, by that id. */
  readonly cellIds: ReadonlyMap<string, string>;
}

const groupTypes: Readonly<Record<string, StructureType>> = {
  thead: "THead",
  tbody: "TBody",
  tfoot: "TFoot",
};

/**
 * What a role makes a table is one where it has rows, and nothing beside their cells that would be
 * lost; else it is read as it stands.
 */
export function isSoundTable(builder: TreeBuilder, source: SourceElement): boolean {
  if (isNativeTable(source)) return true;
  const loose = looseIn(source);
  const hasRows = partsIn(source, "group", "row").length > 0;
  if (loose === undefined && hasRows) return true;
  const excerpt = loose?.kind === "text" ? `“${collapse(loose.text).slice(0, 60)}”` : "";
  const name = loose?.kind === "element" ? describeElement(loose) : excerpt;
  const where = loose === undefined ? "no rows" : `${name} outside of its cells`;
  builder.fault("table-role", `a table by role has ${where}`, source, {
    hint: 'put all it holds in elements of role="cell", "columnheader" or "rowheader", in elements of role="row"',
    wcag: ["1.3.1"],
  });
  return false;
}

/** What a `Table` holds: caption first, then THead, TBody and TFoot. */
export function buildTable(
  builder: TreeBuilder,
  table: SourceElement,
  around: Surroundings,
): LogicalNode[] {
  const captions = buildCaption(builder, shown(partsIn(table, "caption")), around);
  const groups = arranged(groupsOf(table));
  const cells = groups.map(({ rows }) => rows.map((row) => cellsOf(row)));
  const grid = tableGrid(cells);
  const cellIds = cellIdsOf(builder, cells.flat(2));
  const built = groups.map((group, index) => {
    const { inner, own } = languageOf(group.source, around);
    const context = { grid, cellIds, isInHead: group.source.name === "thead" };
    const rows = group.rows.flatMap((row, at) => {
      const placed = grid.groups[index]?.[at];
      if (placed === undefined || placed.cells.length + placed.missing === 0) return [];
      return [buildRow(builder, row, placed, context, inner)];
    });
    // Rows that stand in the table itself are in no group.
    return group.source === table ? rows : [builder.element(group.type, group.source, rows, own)];
  });
  return [...captions, ...built.flat()];
}

/** A Table has one Caption: several captions are its paragraphs. */
function buildCaption(
  builder: TreeBuilder,
  captions: readonly SourceElement[],
  around: Surroundings,
): LogicalNode[] {
  const [first] = captions;
  const type = captions.length > 1 ? "P" : "Caption";
  const built = captions.map((caption) => {
    const { inner, own } = languageOf(caption, around);
    return builder.element(type, caption, builder.content(caption, inner), own);
  });
  return first && captions.length > 1 ? [builder.element("Caption", first, built)] : built;
}

function groupsOf(table: SourceElement): RowGroup[] {
  const groups: RowGroup[] = [];
  for (const child of shown(partsIn(table, "group", "row"))) {
    if (tablePart(child) === "row") {
      groups.push({ type: "TBody", source: table, rows: [child] });
      continue;
    }
    const rows = shown(partsIn(child, "row"));
    const type = groupTypes[child.name] ?? (isHead(rows) ? "THead" : "TBody");
    if (rows.length > 0) groups.push({ type, source: child, rows });
  }
  return groups;
}

/**
 * As a table shows them and PDF has them: the first head on top, the first foot at the end, any
 * other as part of the body (CSS 2.2, 17.2). A table without a body has all its rows in bodies.
 */
function arranged(groups: readonly RowGroup[]): RowGroup[] {
  const head = groups.find(({ type }) => type === "THead");
  const foot = groups.find(({ type }) => type === "TFoot");
  const bodies = groups
    .filter((group) => group !== head && group !== foot)
    .map((group): RowGroup => ({ ...group, type: "TBody" }));
  const ordered = [...(head ? [head] : []), ...bodies, ...(foot ? [foot] : [])];
  return bodies.length > 0 ? ordered : ordered.map((group) => ({ ...group, type: "TBody" }));
}

/** A group by role is a head where it holds headers of columns alone. */
function isHead(rows: readonly SourceElement[]): boolean {
  return rows.every((row) => cellsOf(row).every((cell) => tablePart(cell) === "columnheader"));
}

function shown(parts: readonly SourceElement[]): SourceElement[] {
  return parts.filter(({ attributes }) => attributes["aria-hidden"] !== "true");
}

/** A cell that is hidden from assistive technology still fills its slot. */
function cellsOf(row: SourceElement): SourceElement[] {
  return partsIn(row, "cell", "columnheader", "rowheader");
}

/** An id that is given twice names the first cell of the table; PDF wants it once in the document. */
function cellIdsOf(builder: TreeBuilder, cells: readonly SourceElement[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const cell of cells) {
    const { id } = cell.attributes;
    if (!isHeaderCell(cell) || !id || found.has(id)) continue;
    found.set(id, builder.isNamed(cell) ? `cell-${id}` : `cell-${id} ${cell.ref}`);
  }
  return found;
}

function languageOf(
  source: SourceElement,
  around: Surroundings,
): { readonly inner: Surroundings; readonly own: { readonly language?: string } } {
  const language = source.attributes.lang ?? around.language;
  return {
    inner: { ...around, language },
    own: language === around.language ? {} : { language },
  };
}

function buildRow(
  builder: TreeBuilder,
  row: SourceElement,
  placed: PlacedRow,
  context: TableContext,
  around: Surroundings,
): LogicalElement {
  const { inner, own } = languageOf(row, around);
  const cells = placed.cells.map((place) => buildCell(builder, place, context, inner));
  const missing = Array.from({ length: placed.missing }, () => builder.element("TD", row, []));
  return builder.element("TR", row, [...cells, ...missing], own);
}

function buildCell(
  builder: TreeBuilder,
  place: CellPlace,
  { grid, cellIds, isInHead }: TableContext,
  around: Surroundings,
): LogicalElement {
  const { cell } = place;
  const { inner, own } = languageOf(cell, around);
  const isHeader = isHeaderCell(cell);
  const isHidden = cell.attributes["aria-hidden"] === "true";
  const id = isHeader ? cellIds.get(cell.attributes.id ?? "") : undefined;
  return builder.element(
    isHeader ? "TH" : "TD",
    cell,
    isHidden ? [] : builder.content(cell, inner),
    {
      ...own,
      ...(id !== undefined && { id }),
      cell: {
        ...(isHeader && { scope: scopeOf(cell) ?? grid.usualScope(place, isInHead) }),
        ...attributesOf(place, cellIds),
      },
    },
  );
}

function attributesOf(
  { cell, rowSpan, columnSpan }: CellPlace,
  cellIds: ReadonlyMap<string, string>,
): TableCell {
  // What names no header cell of the table says nothing.
  const headers = (cell.attributes.headers ?? "")
    .split(/\s+/)
    .flatMap((id) => cellIds.get(id) ?? []);
  return {
    ...(headers.length > 0 && { headers }),
    ...(rowSpan > 1 && { rowSpan }),
    ...(columnSpan > 1 && { columnSpan }),
  };
}

/** What the author says. */
function scopeOf(cell: SourceElement): "Row" | "Column" | undefined {
  const part = tablePart(cell);
  if (part === "columnheader") return "Column";
  if (part === "rowheader") return "Row";
  const scope = cell.attributes.scope?.trim().toLowerCase();
  if (scope === "col" || scope === "colgroup") return "Column";
  if (scope === "row" || scope === "rowgroup") return "Row";
  return undefined;
}
