/**
 * Tables whose rows stand in a file, in the form of a fenced block: `::: {.table csv="loans.csv"}`, the
 * caption, `:::`. Input: Markdown, and the rows of files; output: the tokens of a table and its caption, as if
 * they had been written in Markdown. Cells are text: what they hold is never markup.
 */
import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { isIndentedCode, lineAt } from "../block-lines.ts";
import { readAttributes, type Attributes, type Field } from "../attributes.ts";
import { pushFault, type Wording } from "../fault-token.ts";
import { NO_BREAK_SPACE } from "../../languages/spaces.ts";
import { CAPTION } from "./caption-block.ts";
import {
  SEPARATORS,
  tableFilesIn,
  type NamedTableFile,
  type Separator,
  type TableRows,
} from "./table-files.ts";

const OPENING = /^:{3,}[ \t]*\{(?<inner>.*)\}[ \t]*$/u;
const CLOSING = /^:{3,}[ \t]*$/u;
const NAME = "table";

export function fileTables(markdown: MarkdownIt): void {
  markdown.block.ruler.before("fenced_block", "file_table", fileTable, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

function fileTable(
  state: StateBlock,
  startLine: number,
  endLine: number,
  isSilent: boolean,
): boolean {
  const inner = OPENING.exec(lineAt(state, startLine))?.groups?.inner;
  const attributes = inner === undefined ? undefined : readAttributes(inner);
  if (attributes?.classes[0] !== NAME) return false;
  if (isIndentedCode(state, startLine)) return false;
  if (isSilent) return true;

  let end = startLine + 1;
  while (end < endLine && !CLOSING.test(lineAt(state, end))) end += 1;
  const isOpen = end === endLine;
  const caption = state.getLines(startLine + 1, end, state.blkIndent, false).trim();
  const { file, faults } = readNaming(attributes, caption, isOpen);
  const lines: [number, number] = [startLine, end];
  const files = tableFilesIn(state.env);
  if (files === undefined) faults.push(IN_TEXTS_ALONE);
  for (const [index, fault] of faults.entries()) {
    pushFault(state, fault, index === 0 ? `${lineAt(state, startLine)} ${caption}` : "").map =
      lines;
  }
  const rows = faults.length > 0 || file === undefined ? undefined : files?.rowsOf(file, startLine);
  if (rows !== undefined) {
    pushTable(state, attributes.classes.includes("financial") ? withIndents(rows) : rows, lines);
    pushCaption(state, caption, settingsOf(attributes), [startLine + 1, end]);
  }
  state.line = isOpen ? end : end + 1;
  return true;
}

const OWN_FIELDS = ["csv", "separator"];

function readNaming(
  { fields }: Attributes,
  caption: string,
  isOpen: boolean,
): { readonly file: NamedTableFile | undefined; readonly faults: Wording[] } {
  const faults: Wording[] = [];
  const named = (name: string): string | undefined => {
    const values = fields.filter(([field]) => field === name);
    if (values.length > 1) faults.push(givenTwice(name));
    return values[0]?.[1];
  };
  const path = named("csv")?.trim() ?? "";
  const word = named("separator");
  if (path === "") faults.push(NO_FILE);
  if (word !== undefined && !isSeparator(word)) faults.push(unknownSeparator(word));
  if (isOpen) faults.push(NOT_ENDED);
  if (/\n[ \t]*\n/u.test(caption)) faults.push(LONG_CAPTION);
  const separator = word !== undefined && isSeparator(word) ? word : undefined;
  return { file: path === "" ? undefined : { path, separator }, faults };
}

function isSeparator(word: string): word is Separator {
  return Object.hasOwn(SEPARATORS, word);
}

/** What is said of the table itself, as it is written behind a caption in Markdown. */
function settingsOf({ ids, classes, fields, unread }: Attributes): string | undefined {
  const written = [
    ...ids.map((id) => `#${id}`),
    ...classes.slice(1).map((name) => `.${name}`),
    ...fields.filter(([name]) => !OWN_FIELDS.includes(name)).map(writtenField),
    ...unread,
  ];
  return written.length === 0 ? undefined : `{${written.join(" ")}}`;
}

function writtenField([name, value]: Field): string {
  return `${name}="${value.replace(/["\\]/gu, "\\$&")}"`;
}

function pushTable(state: StateBlock, rows: TableRows, lines: [number, number]): void {
  const [head = [], ...body] = rows;
  const alignment = head.map((_, column) => (isOfNumbers(body, column) ? ALIGNED : undefined));
  open(state, "table").map = lines;
  open(state, "thead").map = lines;
  pushRow(state, head, "th", alignment);
  close(state, "thead");
  if (body.length > 0) {
    open(state, "tbody");
    for (const row of body) pushRow(state, row, "td", alignment);
    close(state, "tbody");
  }
  close(state, "table");
}

function pushRow(
  state: StateBlock,
  cells: readonly string[],
  tag: "th" | "td",
  alignment: readonly (string | undefined)[],
): void {
  open(state, "tr");
  for (const [column, cell] of cells.entries()) {
    const opening = open(state, tag);
    const style = alignment[column];
    if (style !== undefined) opening.attrSet("style", style);
    const inline = state.push("inline", "", 0);
    inline.content = asMarkdown(cell);
    inline.children = [];
    close(state, tag);
  }
  close(state, "tr");
}

function pushCaption(
  state: StateBlock,
  text: string,
  braces: string | undefined,
  lines: [number, number],
): void {
  const opening = state.push(`${CAPTION}_open`, "caption", 1);
  opening.meta = { braces };
  opening.map = lines;
  const inline = state.push("inline", "", 0);
  inline.content = text;
  inline.map = lines;
  inline.children = [];
  state.push(`${CAPTION}_close`, "caption", -1);
}

function open(state: StateBlock, tag: string): Token {
  return Object.assign(state.push(`${tag}_open`, tag, 1), { block: true });
}

function close(state: StateBlock, tag: string): void {
  state.push(`${tag}_close`, tag, -1).block = true;
}

/** In accounts, spaces before the name of a row say that it belongs to one above. */
function withIndents(rows: TableRows): TableRows {
  return rows.map(([first = "", ...others]) => [
    first.replace(/^ +/u, (spaces) => NO_BREAK_SPACE.repeat(spaces.length)),
    ...others,
  ]);
}

/** As Markdown aligns a column. */
const ALIGNED = "text-align:right";
const NUMBER = /^[-−+]?\d[\d\s.,'’]*%?$/u;

function isOfNumbers(body: TableRows, column: number): boolean {
  const cells = body.map((row) => row[column]?.trim() ?? "").filter((cell) => cell !== "");
  return cells.length > 0 && cells.every((cell) => NUMBER.test(cell));
}

/** A backslash before a sign makes it text, and one at the end of a line a break. */
function asMarkdown(text: string): string {
  return text
    .replace(/^[ \t\n]+|[ \t\n]+$/gu, "")
    .replace(/[!-/:-@[-`{-~]/gu, "\\$&")
    .replace(/[ \t]*\n[ \t]*/gu, "\\\n");
}

const NO_FILE: Wording = {
  message: "this table names no file",
  expected: 'a field `csv`, such as `::: {.table csv="loans.csv"}`',
  hint: "name the file by its path in the content folder, or write the table with bars",
};

const NOT_ENDED: Wording = {
  message: "this table is not ended",
  expected: "a line of three colons after its caption",
  hint: "write `:::` below it, also where there is no caption",
};

const LONG_CAPTION: Wording = {
  message: "the caption of this table is more than one paragraph",
  expected: "one paragraph",
  hint: "join the paragraphs, or move the rest out of the block",
};

const IN_TEXTS_ALONE: Wording = {
  message: "there is a table from a file here",
  expected: "tables from files in the texts of content files alone",
  hint: "move it to a text",
};

function givenTwice(name: string): Wording {
  return {
    message: `“${name}” is given twice for one table`,
    expected: "each of them once",
    hint: "keep one of the two",
  };
}

function unknownSeparator(word: string): Wording {
  return {
    message: `“${word}” is not a separator`,
    expected: `one of ${Object.keys(SEPARATORS).join(", ")}`,
    hint: "write one of these words, or leave the field out: the separator is found",
  };
}
