/**
 * What authors say of a table between braces: `{#tbl-members .row-headers head-rows=2}`. Input: the
 * braces as they were written, and the size of the table; output: settings, and what is wrong.
 */
import { scanAttributes, type Attributes } from "../attributes.ts";
import type { Wording } from "../fault-token.ts";
import { isNumbered } from "../references/numbered.ts";
import type { FinancialSettings } from "./financial-table.ts";

export interface TableSettings {
  readonly id: string | undefined;
  /** How many cells at the beginning of each row of the body head it. */
  readonly rowHeaders: number;
  readonly headRows: number;
  /** Its author says that a page of upright paper is too narrow for it. */
  readonly isWide: boolean;
  /** Undefined of a table that is none of accounts. */
  readonly financial: FinancialSettings | undefined;
}

export interface TableSize {
  readonly columns: number;
  /** Those of the head as well. */
  readonly rows: number;
}

export interface ReadSettings {
  readonly settings: TableSettings;
  readonly faults: readonly Wording[];
}

const PLAIN: TableSettings = {
  id: undefined,
  rowHeaders: 0,
  headRows: 1,
  isWide: false,
  financial: undefined,
};

/** The class of a table for which a page of upright paper is too narrow, and of a heading right above it. */
export const WIDE = "wide";

const CLASSES = ["row-headers", WIDE, "financial"];
const FIELDS = ["row-headers", "head-rows", "negatives", "totals"];

const EXPECTED =
  "an id, the classes `.row-headers`, `.wide` and `.financial`, or the fields `row-headers`, `head-rows`, `negatives` and `totals`, such as `{#tbl-members .row-headers}`";

/** @param isCaptioned whether words come before the braces. */
export function readSettings(
  braces: string | undefined,
  size: TableSize,
  isCaptioned: boolean,
): ReadSettings {
  if (braces === undefined) return { settings: PLAIN, faults: [] };
  const attributes = scanAttributes(braces, 0);
  if (attributes === undefined) {
    const message = "the attributes of this table are not closed";
    const hint = "write `}` at the end of the same line, or `\\{` where the sign itself is meant";
    return { settings: PLAIN, faults: [{ message, expected: "a brace that closes them", hint }] };
  }
  const [id] = attributes.ids;
  const rowHeaders = numberOf(attributes, "row-headers", size.columns - 1);
  const headRows = numberOf(attributes, "head-rows", size.rows - 1);
  const hasRowHeaders = attributes.classes.includes("row-headers");
  const settings: TableSettings = {
    id,
    rowHeaders: rowHeaders.value ?? (hasRowHeaders ? 1 : 0),
    headRows: headRows.value ?? 1,
    isWide: attributes.classes.includes(WIDE),
    financial: readFinancial(attributes),
  };
  return {
    settings,
    faults: [
      ...unknownParts(attributes),
      ...repeatedParts(attributes),
      ...rowHeaders.faults,
      ...headRows.faults,
      ...financialFaults(attributes),
      ...(isNumbered("table", id) && !isCaptioned ? [NO_CAPTION] : []),
      ...(id === undefined && hasLevels(settings) ? [NO_ID] : []),
    ],
  };
}

/** Its cells have several headers above them, or at their left. */
export function hasLevels({ rowHeaders, headRows }: TableSettings): boolean {
  return rowHeaders > 1 || headRows > 1;
}

function readFinancial(attributes: Attributes): FinancialSettings | undefined {
  if (!attributes.classes.includes("financial")) return undefined;
  const negatives = valueOf(attributes, "negatives");
  const totals = (valueOf(attributes, "totals") ?? "").split(";").map((name) => name.trim());
  return {
    negatives: negatives === "minus" || negatives === "brackets" ? negatives : undefined,
    totals: totals.filter((name) => name !== ""),
  };
}

function financialFaults(attributes: Attributes): readonly Wording[] {
  const isFinancial = attributes.classes.includes("financial");
  const negatives = valueOf(attributes, "negatives");
  const alone = ["negatives", "totals"].filter(
    (name) => !isFinancial && valueOf(attributes, name) !== undefined,
  );
  return [
    ...alone.map((name) => ({
      message: `“${name}” is said of a table that is not financial`,
      expected: "the class `.financial` beside it",
      hint: `write \`.financial\`, or take \`${name}\` out of the braces`,
    })),
    ...(negatives === undefined || /^(?:minus|brackets)$/u.test(negatives)
      ? []
      : [
          {
            message: `“${negatives}” is no way to write negative numbers`,
            expected: "`minus` or `brackets`",
            hint: "write one of them, or leave the field out: the language decides",
          },
        ]),
  ];
}

function valueOf({ fields }: Attributes, name: string): string | undefined {
  return fields.find(([field]) => field === name)?.[1];
}

const NO_ID: Wording = {
  message: "a table with headers of several levels has no id",
  expected: "an id: cells name the headers that are theirs, and the names begin with it",
  hint: "write one between the braces, such as `#loans`",
};

const NO_CAPTION: Wording = {
  message: "a table with a number has no caption",
  expected: "words before the braces that say what the table shows",
  hint: "write `: What it shows {#tbl-members}`, or an id that does not begin with `tbl-`",
};

function unknownParts({ classes, fields, unread }: Attributes): readonly Wording[] {
  return [
    ...classes.filter((name) => !CLASSES.includes(name)).map((name) => `.${name}`),
    ...fields.map(([name]) => name).filter((name) => !FIELDS.includes(name)),
    ...unread,
  ].map((part) => ({
    message: `“${part}” says nothing of a table`,
    expected: EXPECTED,
    hint: "correct it, or take it out of the braces",
  }));
}

function repeatedParts({ ids, classes, fields }: Attributes): readonly Wording[] {
  const names = [
    ...ids.map(() => "an id"),
    ...[...classes, ...fields.map(([name]) => name)].map((name) => `“${name}”`),
  ];
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) < index));
  return [...repeated].map((name) => ({
    message: `${name} is given twice for one table`,
    expected: "each of them once",
    hint: "keep one of the two",
  }));
}

function numberOf(
  attributes: Attributes,
  name: string,
  most: number,
): { readonly value?: number; readonly faults: readonly Wording[] } {
  const written = valueOf(attributes, name);
  if (written === undefined) return { faults: [] };
  const value = /^[1-9]\d{0,3}$/u.test(written) ? Number(written) : undefined;
  if (value !== undefined && value <= most) return { value, faults: [] };
  const isRows = name === "head-rows";
  return {
    faults: [
      {
        message: `“${written}” is not a number of ${isRows ? "head rows" : "row headers"} that this table can have`,
        expected: `a whole number from 1 to ${Math.max(most, 1)}`,
        hint: `leave at least one ${isRows ? "row for the body" : "column for the data"}`,
      },
    ],
  };
}
