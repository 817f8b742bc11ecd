/** A Markdown table whose columns are as wide as their longest cell. Pure. */

export interface Column {
  readonly title: string;
  /** Numbers end at the right, words begin at the left. */
  readonly align: "left" | "right";
}

/** @param rows cells in the order of the columns. */
export function markdownTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${columns.map(({ align }, index) => padded(cells[index] ?? "", widths[index] ?? 0, align)).join(" | ")} |`;
  const rules = columns.map(({ align }, index) => {
    const width = widths[index] ?? 0;
    return align === "left" ? "-".repeat(width) : `${"-".repeat(width - 1)}:`;
  });
  return [line(columns.map(({ title }) => title)), line(rules), ...rows.map(line)].join("\n");
}

function padded(text: string, width: number, align: Column["align"]): string {
  return align === "left" ? text.padEnd(width) : text.padStart(width);
}
