/**
 * Tables of accounts, `.financial`. Input: the rows of a table as they are placed; output: the same rows, in which
 * numbers that are written in plain form (`-1234.5`, `12.5 %`, `EUR 1200`) are elements that say what they are, for
 * each language to write them in its way, rows of totals and items below others have a class. The head and the
 * first column are never touched, and what is written otherwise stays as it is.
 */
import type { StateCore, Token } from "markdown-it";
import type { Wording } from "../fault-token.ts";
import { columnSpanOf, type PlacedCell, type PlacedRows } from "./placed-rows.ts";
import type { TableCell } from "./table-parts.ts";

/** What a number of a table is in HTML, until it is shown in a language. */
export const NUMBER_ELEMENT = "data";
export const NUMBER_ATTRIBUTES = {
  decimals: "data-decimals",
  currency: "data-currency",
  percent: "data-percent",
  negatives: "data-negatives",
} as const;

export type Negatives = "brackets" | "minus";

export interface FinancialSettings {
  /** As the language has them where undefined. */
  readonly negatives: Negatives | undefined;
  /** First cells of rows of totals. */
  readonly totals: readonly string[];
}

export interface CellFault {
  readonly cell: TableCell;
  readonly wording: Wording;
}

const PLAIN =
  /^(?:(?<currency>[A-Z]{3})[ \u00A0])?(?<minus>[-−])?(?<whole>\d{1,18})(?:\.(?<fraction>\d{1,6}))?(?<percent>[ \u00A0]?%)?$/u;

interface PlainNumber {
  readonly cell: TableCell;
  readonly column: number;
  /** As programs read it. */
  readonly value: string;
  readonly decimals: number;
  readonly currency: string | undefined;
  readonly isPercent: boolean;
}

/** @returns what is wrong. */
export function arrangeAccounts(
  making: Pick<StateCore, "Token">,
  head: PlacedRows,
  body: PlacedRows,
  { negatives, totals }: FinancialSettings,
): readonly CellFault[] {
  const numbers = body.flatMap((row) => row.flatMap(plainNumber));
  const columns = new Set(numbers.map(({ column }) => column));
  for (const placed of [...head, ...body].flatMap((row) =>
    row.filter((_, at) => columns.has(at)),
  )) {
    const { opening } = placed.cell;
    if (columnSpanOf(placed.place) === 1 && opening.attrGet("style") === null) {
      opening.attrSet("style", "text-align:right");
    }
  }
  for (const number of numbers) {
    // Numbers of a column have as many decimals as the one that has most: so their signs stand in line.
    const decimals = numbers
      .filter(({ column, isPercent }) => column === number.column && isPercent === number.isPercent)
      .reduce((most, each) => Math.max(most, each.decimals), 0);
    showNumber(making, number, decimals, negatives);
  }
  const names = new Set(body.map(([first]) => nameOf(first)));
  for (const row of body) markRow(row, totals);
  const place = body[0]?.[0]?.cell;
  const missing = totals.filter((name) => !names.has(name));
  return place === undefined
    ? []
    : missing.map((name) => ({ cell: place, wording: noTotal(name) }));
}

function plainNumber({ cell, place }: PlacedCell, column: number): readonly PlainNumber[] {
  if (column === 0 || place.kind !== "cell" || cell.opening.tag === "th") return [];
  const groups = PLAIN.exec(textOf(cell))?.groups;
  if (groups === undefined) return [];
  const { currency, minus, whole = "", fraction = "", percent } = groups;
  if (currency !== undefined && percent !== undefined) return [];
  const digits = whole.replace(/^0+(?=\d)/u, "");
  const isZero = /^0*$/u.test(digits + fraction);
  return [
    {
      ...{ cell, column, currency, decimals: fraction.length, isPercent: percent !== undefined },
      value: `${minus === undefined || isZero ? "" : "-"}${digits}${fraction === "" ? "" : `.${fraction}`}`,
    },
  ];
}

/** Of one text alone: what is marked is as its author wants it. */
function textOf({ inline }: TableCell): string {
  const children = inline.children ?? [];
  return children.every(({ type }) => type.startsWith("text"))
    ? children
        .map(({ content }) => content)
        .join("")
        .trim()
    : "";
}

function showNumber(
  { Token: Made }: Pick<StateCore, "Token">,
  { cell, value, currency, isPercent }: PlainNumber,
  decimals: number,
  negatives: Negatives | undefined,
): void {
  const opening = new Made("number_open", NUMBER_ELEMENT, 1);
  opening.attrSet("value", value);
  const attrs = NUMBER_ATTRIBUTES;
  opening.attrSet(attrs.decimals, String(decimals));
  if (currency !== undefined) opening.attrSet(attrs.currency, currency);
  if (isPercent) opening.attrSet(attrs.percent, "");
  if (negatives !== undefined) opening.attrSet(attrs.negatives, negatives);
  const closing = new Made("number_close", NUMBER_ELEMENT, -1);
  cell.inline.children = [opening, ...(cell.inline.children ?? []), closing];
}

/** Two spaces that do not break, before the name, are a step of indent. */
const STEP = 2;
const MOST_STEPS = 4;

function markRow([first]: readonly PlacedCell[], totals: readonly string[]): void {
  if (first === undefined) return;
  const { cell, row } = first;
  if (totals.includes(nameOf(first)) || isStrong(cell)) row.opening.attrJoin("class", "total");
  const [text] = cell.inline.children ?? [];
  const spaces = /^\u00A0+/u.exec(text?.type === "text" ? text.content : "")?.[0] ?? "";
  const steps = Math.min(Math.floor(spaces.length / STEP), MOST_STEPS);
  if (text === undefined || steps === 0) return;
  // Spaces would be heard, and found: a class is neither.
  text.content = text.content.slice(spaces.length);
  cell.opening.attrJoin("class", `indent-${steps}`);
}

function nameOf(placed: PlacedCell | undefined): string {
  return (placed?.cell.inline.children ?? [])
    .map(({ content }: Token) => content)
    .join("")
    .trim();
}

/** `**Total**`, and nothing else. */
function isStrong({ inline }: TableCell): boolean {
  const children = (inline.children ?? []).filter(
    ({ type, content }) => type !== "text" || content.trim() !== "",
  );
  const isOpening = ({ type }: Token): boolean => type === "strong_open";
  return (
    children[0]?.type === "strong_open" &&
    children.at(-1)?.type === "strong_close" &&
    children.filter(isOpening).length === 1
  );
}

function noTotal(name: string): Wording {
  return {
    message: `no row is called “${name}”, which is to be a total`,
    expected: "names of rows, as their first cells have them",
    hint: "correct the name in `totals`; several are parted by `;`",
  };
}
