import { describe, expect, test } from "vitest";
import type { ChartData } from "../../../../src/themes/voices/blocks/key-figure/chart-data.ts";
import { layOutChart } from "../../../../src/themes/voices/blocks/key-figure/chart-layout.ts";

const chart = (start: number, ...changes: readonly number[]): ChartData => ({
  title: "Capacity",
  unit: "Gbps",
  start: { label: "Before", value: start },
  changes: changes.map((value, index) => ({ label: `Step ${index + 1}`, value })),
  end: "After",
});

const totalOf = (data: ChartData): number | undefined => layOutChart(data).bars.at(-1)?.value;

/** Left end, right end and level of each bar, to six decimals. */
const placesOf = (data: ChartData): readonly (readonly number[])[] =>
  layOutChart(data).bars.map(({ from, to, level }) =>
    [from, to, level].map((place) => Number(place.toFixed(6))),
  );

describe("a build-up chart", () => {
  test("reckons its total, without what binary fractions add", () => {
    expect(totalOf(chart(400, 100, 100))).toBe(600);
    expect(totalOf(chart(0.1, 0.2))).toBe(0.3);
    expect(totalOf(chart(0.3, -0.1, -0.2))).toBe(0);
    expect(totalOf(chart(0.0004, 1e-7))).toBe(0.0004001);
  });

  test("stands each change where the bar before it ended, in proportion to the longest", () => {
    const { bars, zero } = layOutChart(chart(3, 1, -2));
    expect(bars.map(({ kind }) => kind)).toEqual(["total", "added", "removed", "total"]);
    expect(zero).toBe(0);
    expect(placesOf(chart(3, 1, -2))).toEqual([
      [0, 0.75, 0.75],
      [0.75, 1, 1],
      [0.5, 1, 0.5],
      [0, 0.5, 0.5],
    ]);
  });

  test("has zero inside where a level lies below it, and goes on from there", () => {
    expect(layOutChart(chart(-40, 100)).zero).toBeCloseTo(0.4);
    expect(placesOf(chart(-40, 100))).toEqual([
      [0, 0.4, 0],
      [0, 1, 1],
      [0.4, 1, 1],
    ]);
  });

  test("has places even where all is zero", () => {
    for (const places of placesOf(chart(0, 0))) expect(places).toEqual([0, 0, 0]);
  });
});
