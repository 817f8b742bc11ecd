/**
 * Where the bars of a build-up chart stand. Input: a start value and what was added to it or taken
 * away; output: one bar a row, from 0 or from where the bar before it ended, in parts of the width.
 * It draws nothing; see `components/chart.tsx`.
 */

export interface ChartStep {
  readonly label: string;
  readonly value: number;
}

export interface ChartData {
  readonly title: string;
  readonly unit: string;
  readonly start: ChartStep;
  readonly changes: readonly ChartStep[];
  /** Label of the total, which is reckoned and never typed. */
  readonly end: string;
}

export interface ChartBar extends ChartStep {
  readonly kind: "total" | "added" | "removed";
  /** Left and right end, 0 to 1 of the width. */
  readonly from: number;
  readonly to: number;
}

export function endValue({ start, changes }: ChartData): number {
  return changes.reduce((sum, { value }) => sum + value, start.value);
}

/** Zero is the left edge unless a value lies below it; the longest bar reaches the right edge. */
export function layOutBars(chart: ChartData): readonly ChartBar[] {
  const { start, changes } = chart;
  const levels = [0, start.value];
  for (const { value } of changes) levels.push((levels.at(-1) ?? 0) + value);
  const least = Math.min(...levels);
  const span = Math.max(...levels) - least || 1;
  const at = (value: number): number => (value - least) / span;
  const bar = (step: ChartStep, kind: ChartBar["kind"], low: number, high: number): ChartBar => ({
    ...step,
    kind,
    from: at(Math.min(low, high)),
    to: at(Math.max(low, high)),
  });
  let level = start.value;
  const steps = changes.map((step) => {
    const before = level;
    level += step.value;
    return bar(step, step.value < 0 ? "removed" : "added", before, level);
  });
  return [
    bar(start, "total", 0, start.value),
    ...steps,
    bar({ label: chart.end, value: level }, "total", 0, level),
  ];
}
