import { describe, expect, test } from "vitest";
import {
  contrastRatio,
  formatRatio,
  formatRgb,
  neededRatio,
} from "../../../src/judges/html/contrast-ratio.ts";
import type { Rgb } from "../../../src/judges/html/contrast-ratio.ts";
import { measurePixels } from "../../../src/judges/html/text-contrast.ts";

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

describe("contrastRatio", () => {
  test("runs from 1 to 21, either way round", () => {
    expect(contrastRatio(black, white)).toBeCloseTo(21);
    expect(contrastRatio(white, black)).toBeCloseTo(21);
    expect(contrastRatio(white, white)).toBe(1);
  });

  test("parts the last grey that is enough from the first that is not", () => {
    expect(contrastRatio([118, 118, 118], white)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio([119, 119, 119], white)).toBeLessThan(4.5);
  });
});

test("large text needs less", () => {
  expect(neededRatio(16, 700)).toBe(4.5);
  expect(neededRatio(18.66, 700)).toBe(4.5);
  expect(neededRatio(56 / 3, 700)).toBe(3);
  expect(neededRatio(23.9, 400)).toBe(4.5);
  expect(neededRatio(24, 400)).toBe(3);
});

test("numbers read as a person expects", () => {
  expect(formatRatio(4.499)).toBe("4.49:1");
  expect(formatRgb([0, 16, 255])).toBe("#0010ff");
});

describe("measurePixels", () => {
  const pixels = (good: number, bad: number) => [
    ...Array.from({ length: good }, () => [black, white] as const),
    ...Array.from({ length: bad }, () => [black, [20, 20, 20]] as const),
  ];

  test("stray pixels of a background do not fail a text", () => {
    expect(measurePixels(pixels(97, 3), 4.5)).toMatchObject({ kind: "enough" });
  });

  test("a tenth of the text in the dark fails it, and its colours are named", () => {
    expect(measurePixels(pixels(90, 10), 4.5)).toMatchObject({
      kind: "low",
      ink: black,
      paper: [20, 20, 20],
      needed: 4.5,
    });
  });

  test("too few pixels decide nothing", () => {
    expect(measurePixels(pixels(5, 0), 4.5)).toMatchObject({ kind: "undecided" });
  });
});
