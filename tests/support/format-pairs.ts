/** Pairs of design tokens with their contrast, as a table for people. */
import { isTooLow, type TokenPair } from "../../src/judges/design/token-contrast.ts";
import { formatRatio } from "../../src/judges/html/contrast-ratio.ts";

/** A table for people, a pair a line. */
export function formatPairs(pairs: readonly TokenPair[]): string {
  const rows = pairs.map((pair) => [
    isTooLow(pair) ? "too low" : "ok",
    formatRatio(pair.ratio),
    `of ${pair.needed}:1`,
    pair.kind,
    `--${pair.token.name} ${pair.token.value}`,
    `on --${pair.ground.name} ${pair.ground.value}`,
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .join("\n");
}
