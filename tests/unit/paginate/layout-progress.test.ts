import { describe, expect, it } from "vitest";
import { describeProgress, layoutProgress } from "../../../src/paginate/layout-progress.ts";

const said = (pageCount: number, share: number): string =>
  describeProgress(layoutProgress(pageCount, share));

describe("the progress of layout", () => {
  it("says how many pages there will be, roughly", () => {
    expect(said(12, 0.05)).toBe("12 of about 220 pages");
    expect(said(111, 0.5)).toBe("111 of about 220 pages");
    expect(said(150, 0.05)).toBe("150 of about 3000 pages");
  });

  it("says pages alone where too little is laid out", () => {
    expect(said(1, 0)).toBe("1 page");
    expect(said(9, 0.5)).toBe("9 pages");
    expect(said(30, 0.01)).toBe("30 pages");
  });

  it("never expects fewer pages than there are", () => {
    expect(layoutProgress(12, 1).expectedCount).toBe(12);
    expect(layoutProgress(224, 1).expectedCount).toBe(224);
    expect(said(12, 1)).toBe("12 pages");
  });

  it("takes no share that is none", () => {
    for (const share of [NaN, -1, 2, Infinity]) expect(said(50, share)).toBe("50 pages");
  });
});
