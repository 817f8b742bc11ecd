/**
 * A table as markdown-it has it in tokens, in its parts. Input: the tokens from `table_open` to
 * `table_close`; output: its rows and their cells, and the tokens that are around them.
 */
import type { Token } from "markdown-it";

export interface TableCell {
  readonly opening: Token;
  readonly inline: Token;
  readonly closing: Token;
}

export interface TableRow {
  readonly opening: Token;
  readonly cells: readonly TableCell[];
  readonly closing: Token;
}

export interface TableParts {
  readonly opening: Token;
  readonly closing: Token;
  /** The one row that GitHub's syntax has, in the head. */
  readonly head: readonly TableRow[];
  readonly body: readonly TableRow[];
}

/** @throws RangeError where they are no table's. */
export function partsOfTable(tokens: readonly Token[]): TableParts {
  const opening = tokens[0];
  const closing = tokens.at(-1);
  if (opening?.type !== "table_open" || closing?.type !== "table_close") {
    throw new RangeError("these tokens are not those of a table");
  }
  const head: TableRow[] = [];
  const body: TableRow[] = [];
  let rows = head;
  let cells: TableCell[] = [];
  let rowOpening = opening;
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    if (token.type === "tbody_open") rows = body;
    else if (token.type === "tr_open") [rowOpening, cells] = [token, []];
    else if (token.type === "tr_close") rows.push({ opening: rowOpening, cells, closing: token });
    else if (token.type === "inline" && before !== undefined && after !== undefined) {
      cells.push({ opening: before, inline: token, closing: after });
    }
  }
  return { opening, closing, head, body };
}
