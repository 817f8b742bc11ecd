/**
 * Runs in an isolated world of a page: looks for tables of data without headers and for headings that
 * skip a level.
 */
import type { FoundPlace } from "../../verdict/found-element.ts";
import { placeOf, quote } from "./places.ts";

/** Where a fault is, and the words or facts that show it. */
export interface Evidence extends FoundPlace {
  readonly evidence: string;
}

/** Tables with at least two rows and two columns of text, no header cell, not meant for layout. */
export function findTablesWithoutHeaders(): Evidence[] {
  const isData = (table: HTMLTableElement): boolean => {
    if (table.matches("[role=presentation], [role=none]")) return false;
    if (!table.checkVisibility()) return false;
    const fullRows = [...table.rows].filter(
      (row) => [...row.cells].filter((cell) => cell.textContent.trim() !== "").length >= 2,
    );
    return fullRows.length >= 2;
  };
  return [...document.querySelectorAll("table")]
    .filter(isData)
    .filter((table) => {
      const headers = table.querySelectorAll(
        "th, td[scope], [role=columnheader], [role=rowheader]",
      );
      return ![...headers].some((header) => header.closest("table") === table);
    })
    .map((table) => ({
      ...placeOf(table),
      evidence: quote(
        [...(table.rows[0]?.cells ?? [])].map((cell) => cell.textContent.trim()).join(" | "),
      ),
    }));
}

/** Headings more than one level below the heading before them. */
export function findSkippedHeadings(): Evidence[] {
  const levelOf = (heading: Element): number => {
    const level = Number(heading.getAttribute("aria-level") ?? heading.localName.slice(1));
    // A heading by role alone has level 2 (WAI-ARIA 1.2, `heading`).
    return Number.isInteger(level) && level > 0 ? level : 2;
  };
  const headings = [
    ...document.querySelectorAll(
      "h1:not([role]), h2:not([role]), h3:not([role]), h4:not([role]), h5:not([role]), h6:not([role]), [role=heading]",
    ),
  ].filter(
    (heading) => heading.checkVisibility() && heading.closest("[aria-hidden=true]") === null,
  );
  return headings.flatMap((heading, index) => {
    const before = headings[index - 1];
    const [level, levelBefore] = [levelOf(heading), before === undefined ? 0 : levelOf(before)];
    // What comes first may be part of something larger, so only a later jump is a skip.
    if (before === undefined || level <= levelBefore + 1) return [];
    const [words, wordsBefore] = [heading, before].map((one) => quote(one.textContent));
    return [
      {
        ...placeOf(heading),
        evidence: `The heading ${words ?? ""} of level ${level} follows ${wordsBefore ?? ""} of level ${levelBefore}: level ${levelBefore + 1} is skipped.`,
      },
    ];
  });
}
