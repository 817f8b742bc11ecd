import { describe, expect, test } from "vitest";
import { limitInk, roundedInk, sumOf, type Ink } from "../../../src/press/colour/ink-limit.ts";

describe("limitInk", () => {
  test("leaves alone what is within the limit", () => {
    expect(limitInk([0.6, 0.6, 0.6, 0.9], 3)).toEqual([0.6, 0.6, 0.6, 0.9]);
  });

  test("lets black take over the gray that three inks make", () => {
    const limited = limitInk([0.9, 0.8, 0.8, 0.7], 3);
    expect(sumOf(limited)).toBeCloseTo(3, 9);
    expect(limited).toEqual([
      expect.closeTo(0.8, 9),
      expect.closeTo(0.7, 9),
      expect.closeTo(0.7, 9),
      expect.closeTo(0.8, 9),
    ]);
  });

  test.each<Ink>([
    [1, 1, 1, 1],
    [1, 1, 0, 1],
    [1, 0.9, 0.95, 0.99],
  ])("keeps %s, %s, %s, %s at every limit", (...ink) => {
    for (const limit of [3, 2.4, 1, 0.5]) {
      expect(sumOf(limitInk(ink, limit))).toBeLessThanOrEqual(limit + 1e-9);
      expect(sumOf(roundedInk(limitInk(ink, limit), limit, 1000))).toBeLessThanOrEqual(
        limit + 1e-9,
      );
    }
  });
});
