import { describe, expect, test } from "vitest";
import { endValue, layOutBars, type ChartData } from "../../../src/web/chart-layout.ts";

const chart = (start: number, ...changes: readonly number[]): ChartData => ({
  title: "Capacity",
  unit: "Gbps",
  start: { label: "Before", value: start },
  changes: changes.map((value, index) => ({ label: `Step ${index + 1}`, value })),
  end: "After",
});

describe("a build-up chart", () => {
  test("reckons its total", () => {
    expect(endValue(chart(400, 100, 100))).toBe(600);
    expect(endValue(chart(10, -4))).toBe(6);
  });

  test("stands each change where the bar before it ended, in proportion to the longest", () => {
    const bars = layOutBars(chart(400, 100, 100));
    expect(bars.map(({ kind }) => kind)).toEqual(["total", "added", "added", "total"]);
    const ends = bars.flatMap(({ from, to }) => [from, to]);
    const expected = [0, 4 / 6, 4 / 6, 5 / 6, 5 / 6, 1, 0, 1];
    for (const [index, end] of ends.entries()) expect(end).toBeCloseTo(expected[index] ?? NaN);
  });

  test("goes back where something is taken away, and left of zero where more is", () => {
    const [start, removed, end] = layOutBars(chart(10, -15));
    expect(removed).toMatchObject({ kind: "removed", from: 0, to: 1 });
    expect(start?.from).toBeCloseTo(1 / 3);
    expect(end).toMatchObject({ from: 0, value: -5 });
    expect(end?.to).toBeCloseTo(1 / 3);
  });

  test("has a width even where all is zero", () => {
    for (const { from, to } of layOutBars(chart(0, 0))) expect([from, to]).toEqual([0, 0]);
  });
});
