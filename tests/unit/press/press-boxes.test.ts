import { describe, expect, test } from "vitest";
import type { PaginatedPage } from "../../../src/paginate/paginated-document.ts";
import { drawMarks, MARKS_MARGIN_PT, type MarkChoice } from "../../../src/press/marks/marks.ts";
import { cornersOf, POINTS_PER_MM, pressBoxes } from "../../../src/press/marks/press-boxes.ts";
import { numbersOf } from "../../../src/pdf/content/operations.ts";
import { latin1, parseContent } from "../../support/content.ts";

function pageOf(widthMm: number, heightMm: number, bleedMm: number): PaginatedPage {
  const pt = (mm: number): number => mm * POINTS_PER_MM;
  return {
    index: 0,
    names: [],
    isBlank: false,
    side: "right",
    mediaBox: {
      xPt: 0,
      yPt: 0,
      widthPt: pt(widthMm + 2 * bleedMm),
      heightPt: pt(heightMm + 2 * bleedMm),
    },
    trimBox: { xPt: pt(bleedMm), yPt: pt(bleedMm), widthPt: pt(widthMm), heightPt: pt(heightMm) },
  };
}

const inMm = (corners: readonly number[]): number[] =>
  corners.map((corner) => Math.round((corner / POINTS_PER_MM) * 1000) / 1000);

const crop: MarkChoice = { crop: true, registration: false, colourBar: false, slug: false };
const all: MarkChoice = { crop: true, registration: true, colourBar: true, slug: false };

describe("pressBoxes", () => {
  test("A5 with 3 mm of bleed and room for marks", () => {
    const boxes = pressBoxes(pageOf(148, 210, 3), MARKS_MARGIN_PT);
    expect(inMm(cornersOf(boxes.media))).toEqual([0, 0, 174, 236]);
    expect(inMm(cornersOf(boxes.bleed))).toEqual([10, 10, 164, 226]);
    expect(inMm(cornersOf(boxes.trim))).toEqual([13, 13, 161, 223]);
  });

  test("without marks and without bleed all boxes are one", () => {
    const boxes = pressBoxes(pageOf(148, 210, 0), 0);
    expect(inMm(cornersOf(boxes.media))).toEqual([0, 0, 148, 210]);
    expect(boxes.bleed).toEqual(boxes.media);
    expect(boxes.trim).toEqual(boxes.media);
  });

  test("a bleed broader than the page itself keeps the order of boxes", () => {
    const boxes = pressBoxes(pageOf(20, 30, 40), MARKS_MARGIN_PT);
    expect(inMm(cornersOf(boxes.trim))).toEqual([50, 50, 70, 80]);
    expect(inMm(cornersOf(boxes.media))).toEqual([0, 0, 120, 130]);
  });
});

describe("drawMarks", () => {
  const slug = { first: "", second: "" };

  test.each([
    [148, 210, 3],
    [148, 210, 0],
    [20, 30, 40],
    [40, 40, 3],
  ])("of %s × %s mm with %s mm bleed stand within the sheet and outside the bleed", (w, h, b) => {
    const boxes = pressBoxes(pageOf(w, h, b), MARKS_MARGIN_PT);
    const marks = drawMarks(boxes, all, slug, undefined);
    const [left = 0, bottom = 0, right = 0, top = 0] = cornersOf(boxes.bleed);
    let count = 0;
    for (const operation of parseContent(latin1(marks)).operations) {
      if (!["m", "l", "c", "re"].includes(operation.operator)) continue;
      const numbers = numbersOf(operation);
      const points =
        operation.operator === "re"
          ? [
              numbers.slice(0, 2),
              [(numbers[0] ?? 0) + (numbers[2] ?? 0), (numbers[1] ?? 0) + (numbers[3] ?? 0)],
            ]
          : numbers.flatMap((x, at) => (at % 2 === 0 ? [[x, numbers[at + 1] ?? 0]] : []));
      for (const [x = 0, y = 0] of points) {
        count++;
        const isInBleed = x > left && x < right && y > bottom && y < top;
        expect(isInBleed, `${x} ${y}`).toBe(false);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(boxes.media.widthPt);
        expect(y).toBeLessThanOrEqual(boxes.media.heightPt);
      }
    }
    expect(count).toBeGreaterThan(16);
  });

  test("crop marks point at the corners of the trim", () => {
    const boxes = pressBoxes(pageOf(148, 210, 3), MARKS_MARGIN_PT);
    const marks = drawMarks(boxes, crop, slug, undefined);
    const lines = marks.split("\n").filter((line) => line.endsWith(" S"));
    const [left, bottom, right, top] = cornersOf(boxes.trim);
    const fixed = lines.map((line) => {
      const [x1 = 0, y1 = 0, x2 = 0] = line.match(/[\d.]+/g)?.map(Number) ?? [];
      return x1 === x2 ? x1 : y1;
    });
    expect(new Set(fixed)).toEqual(new Set([left, bottom, right, top]));
    expect(lines).toHaveLength(8);
  });

  test("each can be turned off", () => {
    const boxes = pressBoxes(pageOf(148, 210, 3), MARKS_MARGIN_PT);
    const none = { crop: false, registration: false, colourBar: false, slug: false };
    expect(drawMarks(boxes, none, slug, undefined)).not.toMatch(/ (?:S|f)$/m);
    expect(drawMarks(boxes, { ...none, colourBar: true }, slug, undefined)).toMatch(/1 0 0 0 k/);
  });
});
