import { describe, expect, test } from "vitest";
import { lengthPt, paginatedPage } from "../../../src/paginate/page-boxes.ts";

describe("lengthPt", () => {
  test.each([
    ["210mm", 595.275590551181],
    [" 8.5in ", 612],
    ["96px", 72],
    ["2pc", 24],
    ["0", 0],
  ])("%s", (length, points) => {
    expect(lengthPt(length)).toBeCloseTo(points, 9);
  });

  test.each(["calc(1mm + 1px)", "50%", "auto", ""])("knows nothing of %s", (length) => {
    expect(lengthPt(length)).toBeUndefined();
  });
});

describe("paginatedPage", () => {
  const measured = {
    names: [],
    isBlank: false,
    side: "left" as const,
    trimWidth: "148mm",
    trimHeight: "210mm",
    bleed: { top: "3mm", right: "3mm", bottom: "6mm", left: "0mm" },
    trimWidthPx: 559.359375,
    trimHeightPx: 793.6875,
  };

  test("puts the trim box where the bleed leaves it", () => {
    const page = paginatedPage(measured, 4);
    const mm = 72 / 25.4;
    expect(page.index).toBe(4);
    expect(page.trimBox.xPt).toBe(0);
    expect(page.trimBox.yPt).toBeCloseTo(6 * mm, 9);
    expect(page.trimBox.widthPt).toBeCloseTo(148 * mm, 9);
    expect(page.mediaBox.widthPt).toBeCloseTo(151 * mm, 9);
    expect(page.mediaBox.heightPt).toBeCloseTo(219 * mm, 9);
  });

  test("takes what was measured where a length is not absolute", () => {
    const page = paginatedPage({ ...measured, trimWidth: "calc(100mm + 48mm)" }, 0);
    expect(page.trimBox.widthPt).toBeCloseTo(419.52, 2);
  });
});
