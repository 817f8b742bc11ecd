/** Runs in the world that lays out. Rows of tables that cells of rows above them reach into. */

interface SectionRows {
  /** From 0, in their section. */
  readonly places: ReadonlyMap<Element, number>;
  /** Those with a cell that reaches into rows below, in order. */
  readonly spanning: readonly HTMLTableRowElement[];
}

const sections = new WeakMap<Element, SectionRows>();

/** Counted once: a browser counts all rows above for each row that is asked for its place. */
function rowsOf(section: Element | null): SectionRows {
  const known = section && sections.get(section);
  if (known) return known;
  const rows = [...(section?.children ?? [])].filter(
    (child) => child instanceof HTMLTableRowElement,
  );
  const found = {
    places: new Map(rows.map((row, index) => [row, index])),
    spanning: rows.filter(({ cells }) => [...cells].some(({ rowSpan }) => rowSpan > 1)),
  };
  if (section) sections.set(section, found);
  return found;
}

const filledRows = new WeakSet<HTMLTableRowElement>();

/** Fills a row with empty cells where others span it, and keeps Paged.js from copying those. */
export function standInForSpanningCells(row: HTMLTableRowElement): void {
  if (filledRows.has(row)) return;
  filledRows.add(row);
  // Paged.js copies the spanning cells, with their text, into rows that have fewer cells.
  Object.defineProperty(row, "childElementCount", { value: Infinity });
  const { places, spanning } = rowsOf(row.parentElement);
  const place = places.get(row) ?? 0;
  for (const above of spanning) {
    const distance = place - (places.get(above) ?? 0);
    if (distance <= 0) break;
    for (const [index, cell] of [...above.cells].entries()) {
      if (cell.rowSpan <= distance || cell.dataset.standInFor !== undefined) continue;
      const standIn = document.createElement(cell.localName === "th" ? "th" : "td");
      standIn.className = cell.className;
      standIn.colSpan = cell.colSpan;
      standIn.rowSpan = cell.rowSpan - distance;
      standIn.dataset.standInFor = cell.dataset.ref ?? "";
      standIn.dataset.ref = `${cell.dataset.ref ?? ""}-${row.dataset.ref ?? ""}`;
      row.insertBefore(standIn, row.cells.item(index));
    }
  }
}
