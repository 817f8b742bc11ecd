/**
 * A table with its caption, its joined cells and its headers. Input: the tokens of a table, and those
 * of its caption where it has one; output: the tokens of the same table as HTML has it. A plain table
 * is left as it is. What is wrong stands in it as a fault, in the place of the text.
 */
import type { StateCore, Token } from "markdown-it";
import { faultToken, type Wording } from "../fault-token.ts";
import { isNumbered, NUMBERED } from "../references/numbered.ts";
import { bracesOf } from "./caption-block.ts";
import { arrangeAccounts, type CellFault } from "./financial-table.ts";
import { nameHeaders } from "./header-names.ts";
import {
  columnSpanOf,
  isJoined,
  placeRows,
  rowSpanOf,
  type PlacedCell,
  type PlacedRows,
} from "./placed-rows.ts";
import { partsOfTable, type TableCell } from "./table-parts.ts";
import { hasLevels, readSettings, type TableSettings, WIDE } from "./table-settings.ts";

type Making = Pick<StateCore, "Token" | "src">;

/** @param caption its three tokens. */
export function arrangeTable(
  making: Making,
  tokens: readonly Token[],
  caption: readonly Token[] | undefined,
): readonly Token[] {
  const { opening, closing, head, body } = partsOfTable(tokens);
  const columns = head[0]?.cells.length ?? 0;
  const { settings, shownCaption } = readCaption(making, caption, {
    columns,
    rows: head.length + body.length,
  });
  const moved = Math.min(settings.headRows - 1, Math.max(body.length - 1, 0));
  const headRows = placeRows([...head, ...body.slice(0, moved)]);
  const bodyRows = placeRows(body.slice(moved));
  const faults: CellFault[] = [
    ...spareCells(making, tokens),
    ...emptyColumn([...headRows, ...bodyRows]),
  ];
  const isPlain =
    caption === undefined && ![...headRows, ...bodyRows].some((row) => row.some(isJoined));
  if (isPlain && faults.length === 0) return tokens;

  if (settings.id !== undefined) opening.attrSet("id", settings.id);
  if (isNumbered("table", settings.id)) opening.attrSet(NUMBERED, "table");
  const groups = columnGroups(headRows[0] ?? []);
  markHead(headRows, groups, settings);
  const bodies = rowGroups(bodyRows, settings);
  for (const rows of bodies) markBody(rows, settings);
  if (settings.id !== undefined && hasLevels(settings)) {
    nameHeaders(settings.id, headRows, bodyRows);
  }
  if (settings.isWide) opening.attrJoin("class", WIDE);
  if (settings.financial !== undefined) {
    opening.attrJoin("class", "financial");
    faults.push(...arrangeAccounts(making, headRows, bodyRows, settings.financial));
  }
  for (const { cell, wording } of faults) addFault(making, cell, wording);
  for (const { cell, place } of [...headRows, ...bodyRows].flat()) {
    if (place.kind === "wrong") setFault(making, cell, place.wording);
  }
  const section = (name: string, rows: PlacedRows): readonly Token[] => [
    madeToken(making, `${name}_open`, name, 1, rows[0]?.[0]?.row.opening.map),
    ...rows.flatMap(tokensOfRow),
    madeToken(making, `${name}_close`, name, -1),
  ];
  return [
    opening,
    ...shownCaption,
    ...(groups.some((span) => span > 1) ? groupTokens(making, groups, opening) : []),
    ...section("thead", headRows),
    ...bodies.flatMap((rows) => section("tbody", rows)),
    closing,
  ];
}

function readCaption(
  making: Making,
  caption: readonly Token[] | undefined,
  size: { readonly columns: number; readonly rows: number },
): { readonly settings: TableSettings; readonly shownCaption: readonly Token[] } {
  const [opening, inline] = caption ?? [];
  const braces = bracesOf(opening);
  const isCaptioned = inline !== undefined && inline.content !== "";
  const { settings, faults } = readSettings(braces, size, isCaptioned);
  // Faults of the braces stand where these stood, the first with their text.
  inline?.children?.push(
    ...faults.map((fault, index) =>
      faultToken(making, fault, index === 0 ? ` ${braces ?? ""}` : ""),
    ),
  );
  const isShown = isCaptioned || faults.length > 0;
  return { settings, shownCaption: isShown ? (caption ?? []) : [] };
}

/** Widths of the groups of columns, which the first row of the head makes. */
function columnGroups(firstRow: readonly PlacedCell[]): readonly number[] {
  return firstRow.flatMap(({ place }) => (place.kind === "cell" ? [place.columnSpan] : []));
}

function groupTokens(making: Making, groups: readonly number[], { map }: Token): readonly Token[] {
  return groups.flatMap((span) => {
    const opening = madeToken(making, "colgroup_open", "colgroup", 1, map);
    if (span > 1) opening.attrSet("span", String(span));
    return [opening, madeToken(making, "colgroup_close", "colgroup", -1)];
  });
}

function markHead(
  rows: PlacedRows,
  groups: readonly number[],
  { rowHeaders }: TableSettings,
): void {
  for (const [at, row] of rows.entries()) {
    for (const [column, placed] of row.entries()) {
      const { cell, place } = placed;
      // An empty corner above row headers heads nothing.
      const isCorner = column < rowHeaders && cell.inline.content === "";
      const isOfGroup = at === 0 && groups.length > 0 && columnSpanOf(place) > 1;
      setCell(placed, isCorner ? undefined : isOfGroup ? "colgroup" : "col");
    }
  }
}

function markBody(rows: PlacedRows, { rowHeaders }: TableSettings): void {
  for (const row of rows) {
    for (const [column, placed] of row.entries()) {
      const isOfGroup = column === 0 && rows.length > 1 && rowSpanOf(placed.place) === rows.length;
      setCell(placed, column >= rowHeaders ? undefined : isOfGroup ? "rowgroup" : "row");
    }
  }
}

/** Makes a cell a header or one of data, and gives it its spans. */
function setCell({ cell, place }: PlacedCell, scope: string | undefined): void {
  const name = scope === undefined ? "td" : "th";
  for (const [token, ending] of [
    [cell.opening, "open"],
    [cell.closing, "close"],
  ] as const) {
    token.type = `${name}_${ending}`;
    token.tag = name;
  }
  if (scope !== undefined) cell.opening.attrSet("scope", scope);
  if (columnSpanOf(place) > 1) cell.opening.attrSet("colspan", String(columnSpanOf(place)));
  if (rowSpanOf(place) > 1) cell.opening.attrSet("rowspan", String(rowSpanOf(place)));
}

/**
 * The body in groups, so that the header of several rows heads a group: each such header begins one and
 * ends one, where no other cell reaches across.
 */
function rowGroups(rows: PlacedRows, { rowHeaders }: TableSettings): readonly PlacedRows[] {
  if (rows.length === 0) return [];
  const cuts = new Set<number>();
  const crossed = new Set<number>();
  for (const [at, row] of rows.entries()) {
    for (const [column, { place }] of row.entries()) {
      const span = rowSpanOf(place);
      for (let below = at + 1; below < at + span; below += 1) crossed.add(below);
      if (column === 0 && rowHeaders > 0 && span > 1) cuts.add(at).add(at + span);
    }
  }
  const starts = [0, ...[...cuts].sort((a, b) => a - b)].filter(
    (at, index, all) => !crossed.has(at) && at < rows.length && all.indexOf(at) === index,
  );
  return starts.map((start, index) => rows.slice(start, starts[index + 1]));
}

function tokensOfRow(row: readonly PlacedCell[]): readonly Token[] {
  const [first] = row;
  if (first === undefined) return [];
  const cells = row.filter(({ place }) => place.kind !== "joined");
  return [
    first.row.opening,
    ...cells.flatMap(({ cell }) => [cell.opening, cell.inline, cell.closing]),
    first.row.closing,
  ];
}

/** A column in which no cell begins is none in HTML and in PDF. */
function emptyColumn(rows: PlacedRows): readonly CellFault[] {
  const [first] = rows;
  return (first ?? []).flatMap(({ cell }, column) => {
    const begins = rows.some((row) => row[column]?.place.kind !== "joined");
    return begins ? [] : [{ cell: visibleCell(first ?? [], column) ?? cell, wording: NO_COLUMN }];
  });
}

/** The cell that reaches into a column: the last that begins before it. */
function visibleCell(row: readonly PlacedCell[], column: number): TableCell | undefined {
  return row.slice(0, column).findLast(({ place }) => place.kind !== "joined")?.cell;
}

const NO_COLUMN: Wording = {
  message: "all cells of a column are joined to those at their left",
  expected: "columns in which a cell begins",
  hint: "remove the column, or write text into one of its cells",
};

/** Cells of a row beyond the last column, which GitHub's syntax drops. */
function spareCells({ src }: Making, tokens: readonly Token[]): readonly CellFault[] {
  const lines = src.split("\n");
  const { head, body } = partsOfTable(tokens);
  const columns = head[0]?.cells.length ?? 0;
  return body.flatMap(({ opening, cells }) => {
    const last = cells.at(-1);
    const count = countCells(lines[opening.map?.[0] ?? -1] ?? "");
    if (last === undefined || count <= columns) return [];
    const wording: Wording = {
      message: `this row has ${count} cells, and the table has ${columns} columns`,
      expected: `no more than ${columns} cells`,
      hint: "take out what is too much, give the head another column, or write `\\|` for the sign itself",
    };
    return [{ cell: last, wording }];
  });
}

/** A line of quotation or of a list has marks before its first cell. */
function countCells(line: string): number {
  const bare = line.replace(/^[\s>]*\|?/u, "").replace(/(?<!\\)\|\s*$/u, "");
  return bare.split(/(?<!\\)\|/u).length;
}

function setFault(making: Making, { inline }: TableCell, wording: Wording): void {
  inline.children = [faultToken(making, wording, inline.content)];
}

function addFault(making: Making, { inline }: TableCell, wording: Wording): void {
  inline.children?.push(faultToken(making, wording, ""));
}

function madeToken(
  { Token: Made }: Making,
  type: string,
  tag: string,
  nesting: 1 | -1,
  map: Token["map"] = null,
): Token {
  return Object.assign(new Made(type, tag, nesting), { block: true, map });
}
