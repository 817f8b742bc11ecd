/**
 * Where the bars of a build-up chart stand. Input: a start value and what was added to it or taken
 * away; output: one bar a row, from 0 or from where the bar before it ended, in parts of the width.
 * It draws nothing; see `chart.tsx`.
 */
import type { ChartData, ChartStep } from "./chart-data.ts";

export interface ChartBar extends ChartStep {
  readonly kind: "total" | "added" | "removed";
  /** Left and right end, 0 to 1 of the width. */
  readonly from: number;
  readonly to: number;
  /** Where the next bar goes on, 0 to 1 of the width. */
  readonly level: number;
}

export interface ChartLayout {
  readonly bars: readonly ChartBar[];
  /** Where zero is; 0 unless a value lies below it. */
  readonly zero: number;
}

/** Decimals that a number is written with. */
function decimalsOf(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const fraction = digits.split(".")[1] ?? "";
  return Math.max(0, fraction.length - Number(exponent));
}

/** The levels after the start and after each change, without what binary fractions add to them. */
function levelsOf({ start, changes }: ChartData): readonly number[] {
  const decimals = Math.min(
    100,
    Math.max(...[start, ...changes].map(({ value }) => decimalsOf(value))),
  );
  const levels = [start.value];
  for (const { value } of changes) {
    // Adding zero makes -0 plain.
    levels.push(Number(((levels.at(-1) ?? 0) + value).toFixed(decimals)) + 0);
  }
  return levels;
}

/** Zero is the left edge unless a value lies below it; the longest bar reaches the right edge. */
export function layOutChart(chart: ChartData): ChartLayout {
  const levels = levelsOf(chart);
  const least = Math.min(0, ...levels);
  const span = Math.max(0, ...levels) - least || 1;
  const at = (value: number): number => (value - least) / span;
  const bar = (step: ChartStep, kind: ChartBar["kind"], start: number, end: number): ChartBar => ({
    ...step,
    kind,
    from: at(Math.min(start, end)),
    to: at(Math.max(start, end)),
    level: at(end),
  });
  const [first = 0] = levels;
  const last = levels.at(-1) ?? first;
  const changes = chart.changes.map((step, index) =>
    bar(step, step.value < 0 ? "removed" : "added", levels[index] ?? 0, levels[index + 1] ?? 0),
  );
  return {
    zero: at(0),
    bars: [
      bar(chart.start, "total", 0, first),
      ...changes,
      bar({ label: chart.end, value: last }, "total", 0, last),
    ],
  };
}
