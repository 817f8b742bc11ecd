/** What is said of the cells of a table that no header heads. Words only. */

/** How many cells a finding quotes, and how much of each. */
const QUOTED_CELLS = 3;
const QUOTED_LENGTH = 40;

/** `3 cells of this table have no header cell: “a”, “b” and 1 more.` */
export function describeCellsWithoutHeader(texts: readonly string[]): string {
  const quoted = texts.slice(0, QUOTED_CELLS).map(quoteCell).join(", ");
  const rest = texts.length - QUOTED_CELLS;
  const more = rest > 0 ? ` and ${rest} more` : "";
  const count = texts.length === 1 ? "1 cell" : `${texts.length} cells`;
  const have = texts.length === 1 ? "has" : "have";
  return `${count} of this table ${have} no header cell: ${quoted}${more}.`;
}

function quoteCell(text: string): string {
  const bare = text.replaceAll(/\s+/gu, " ").trim();
  return `“${bare.length > QUOTED_LENGTH ? `${bare.slice(0, QUOTED_LENGTH)}…` : bare}”`;
}
