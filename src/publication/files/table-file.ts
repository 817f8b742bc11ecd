/**
 * Files of comma-separated values (RFC 4180) that texts show as tables. Input: the content folder and what a text
 * names; output: rows of text, or faults, which stand in the file's own lines where it is there. Content is
 * untrusted: the path stays in the folder, and sizes have limits.
 */
import { readFile, stat } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";
import type { ProjectFolders } from "../../project/folders.ts";
import {
  SEPARATORS,
  type NamedTableFile,
  type Separator,
  type TableRows,
} from "../../markdown/tables/table-files.ts";
import { quoteValue, type Fault } from "../faults/fault.ts";
import { findContainedFile } from "./contained-file.ts";
import { nameInProject } from "./content-folder.ts";
import { TABLE_FILE_NAME } from "./table-file-name.ts";

const KIB = 1024;
/** A table of a page has some kilobytes; these fill a book. */
const MOST_BYTES = 1024 * KIB;
const MOST_ROWS = 5_000;
/** More stand on no page. */
const MOST_COLUMNS = 64;

type Wording = Pick<Fault, "message" | "expected" | "hint">;

export type ReadTableFile =
  | { readonly rows: TableRows; readonly faults?: undefined }
  | { readonly rows?: undefined; readonly faults: readonly Fault[] };

/** @param at where the text names it. */
export async function readTableFile(
  folder: ProjectFolders,
  { path, separator }: NamedTableFile,
  at: Pick<Fault, "file" | "line">,
): Promise<ReadTableFile> {
  const found = await findContainedFile(folder.contentDir, path);
  const wrongPath = pathFault(path, found.state);
  if (wrongPath !== undefined || found.state !== "found") {
    return { faults: wrongPath === undefined ? [] : [{ ...at, ...wrongPath }] };
  }
  const file = nameInProject(folder, path);
  const { size } = await stat(found.realPath);
  if (size > MOST_BYTES) {
    const message = `this file has ${Math.ceil(size / KIB)} KiB`;
    const expected = `a table of at most ${MOST_BYTES / KIB} KiB`;
    return { faults: [{ file, message, expected, hint: "leave out rows that nobody reads" }] };
  }
  const text = decode(await readFile(found.realPath));
  if (text === undefined) {
    const hint = "save it again as CSV with the encoding UTF-8";
    return { faults: [{ file, message: "this file is not in UTF-8", expected: EXPECTED, hint }] };
  }
  return readRows(text, separator, file);
}

const EXPECTED = "the path of a .csv or .tsv file in the content folder";

function pathFault(path: string, state: string): Wording | undefined {
  const name = quoteValue(path);
  if (state === "outside") {
    const message = `the table ${name} is outside the content folder`;
    return { message, expected: EXPECTED, hint: "copy the file into the content folder" };
  }
  if (state !== "found") {
    const message = `there is no table ${name} in the content folder`;
    return {
      message,
      expected: EXPECTED,
      hint: "paths begin in the content folder: tables/loans.csv",
    };
  }
  if (TABLE_FILE_NAME.test(path)) return undefined;
  const message = `${name} is not a file of comma-separated values`;
  return { message, expected: EXPECTED, hint: "export the table as CSV with the encoding UTF-8" };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    // Without a byte-order mark, where it has one.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

interface Row {
  readonly cells: readonly string[];
  /** On which it begins. */
  readonly line: number;
}

/** @param file as faults name it. */
export function readRows(text: string, given: Separator | undefined, file: string): ReadTableFile {
  const separator = given ?? findSeparator(text);
  const parsed = parseRows(text, separator);
  if (!Array.isArray(parsed)) return { faults: [{ file, ...parsed }] };
  const [head] = parsed;
  if (head === undefined) {
    const hint = "export the table again, or take it out of the text";
    return { faults: [{ file, message: "this table is empty", expected: "rows of cells", hint }] };
  }
  const faults = [...sizeFaults(parsed, head), ...raggedRows(parsed, head, separator)];
  return faults.length > 0
    ? { faults: faults.map((fault) => ({ file, ...fault })) }
    : { rows: parsed.map(({ cells }) => cells) };
}

type Placed = Wording & { readonly line: number };

function parseRows(text: string, separator: Separator): Row[] | Placed {
  const rows: Row[] = [];
  /** The last line that was read whole. */
  let lastLine = 0;
  try {
    parse(text, {
      delimiter: SEPARATORS[separator],
      relax_column_count: true,
      skip_empty_lines: true,
      to: MOST_ROWS + 1,
      onRecord: (record: readonly string[], { lines }) => {
        const ownLines = record.join("").split("\n").length;
        rows.push({
          cells: record.map((cell) => cell.replaceAll(/\r\n?/gu, "\n")),
          line: lines - ownLines + 1,
        });
        lastLine = lines;
      },
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Where a mark is not closed, the parser has gone on to the end of the file.
    return { line: lastLine + 1, ...wordingOf(error) };
  }
}

function wordingOf({ code }: CsvError): Wording {
  const hint = 'write a quotation mark inside a quoted cell twice, `""`';
  if (code === "CSV_QUOTE_NOT_CLOSED") {
    return {
      message: "a quotation mark is never closed",
      expected: "quotation marks in pairs",
      hint,
    };
  }
  if (code === "INVALID_OPENING_QUOTE") {
    const message = "a quotation mark stands inside a cell that begins without one";
    return { message, expected: "cells with quotation marks between quotation marks", hint };
  }
  const message = "something stands between a closing quotation mark and the separator";
  return { message, expected: "a separator, or the end of the line, after a quoted cell", hint };
}

/** The one that parts all rows into as many cells; else the one that the first line has most of. */
function findSeparator(text: string): Separator {
  const names = ["tab", "semicolon", "comma"] as const;
  const even = names.find((name) => {
    const rows = parseRows(text, name);
    if (!Array.isArray(rows)) return false;
    const counts = new Set(rows.map(({ cells }) => cells.length));
    return counts.size === 1 && !counts.has(1);
  });
  if (even !== undefined) return even;
  const [firstLine = ""] = text.split("\n", 1);
  const bare = firstLine.replaceAll(/"(?:[^"]|"")*"/gu, "");
  const count = (name: Separator): number => bare.split(SEPARATORS[name]).length;
  return names.reduce<Separator>(
    (most, name) => (count(name) > count(most) ? name : most),
    "comma",
  );
}

function sizeFaults(
  rows: readonly Row[],
  head: Row,
): readonly (Wording & { readonly line?: number })[] {
  const faults: (Wording & { readonly line?: number })[] = [];
  if (rows.length > MOST_ROWS) {
    faults.push({
      message: `this table has more than ${MOST_ROWS} rows`,
      expected: `at most ${MOST_ROWS} rows`,
      hint: "leave out rows that nobody reads, or make several tables",
    });
  }
  if (head.cells.length > MOST_COLUMNS) {
    faults.push({
      line: head.line,
      message: `this table has ${head.cells.length} columns`,
      expected: `at most ${MOST_COLUMNS} columns`,
      hint: "make several tables, or let the rows be columns",
    });
  }
  return faults;
}

function raggedRows(rows: readonly Row[], head: Row, separator: Separator): readonly Placed[] {
  const columns = head.cells.length;
  return rows.slice(1).flatMap(({ cells, line }) => {
    if (cells.length === columns) return [];
    const cellCount = cells.length === 1 ? "1 cell" : `${cells.length} cells`;
    return [
      {
        line,
        message: `this row has ${cellCount}, and the first one ${columns}; they are parted by a ${separator}`,
        expected: "as many cells in each row",
        hint: "put cells with the separator in them between quotation marks; name another separator with `separator=semicolon`",
      },
    ];
  });
}
