/**
 * The boxes of a page for the press. Input: the sheet and the finished page as CSS gives them, and
 * the room for marks round the sheet; output: boxes in points, to a ten-thousandth. The browser's own
 * boxes are rounded and are not looked at. ISO 32000-1 §14.11.2.
 */
import type { PageBox, PaginatedPage } from "../../paginate/paginated-document.ts";

export interface PressBoxes {
  readonly media: PageBox;
  readonly bleed: PageBox;
  readonly trim: PageBox;
}

export const POINTS_PER_MM = 72 / 25.4;

export function pressBoxes(page: PaginatedPage, marginPt: number): PressBoxes {
  const { mediaBox: sheet, trimBox: trim } = page;
  const box = (xPt: number, yPt: number, widthPt: number, heightPt: number): PageBox => ({
    xPt: rounded(xPt),
    yPt: rounded(yPt),
    widthPt: rounded(widthPt),
    heightPt: rounded(heightPt),
  });
  return {
    media: box(0, 0, sheet.widthPt + 2 * marginPt, sheet.heightPt + 2 * marginPt),
    bleed: box(marginPt, marginPt, sheet.widthPt, sheet.heightPt),
    trim: box(marginPt + trim.xPt, marginPt + trim.yPt, trim.widthPt, trim.heightPt),
  };
}

/** Left, bottom, right, top, as a PDF writes them. */
export function cornersOf({ xPt, yPt, widthPt, heightPt }: PageBox): number[] {
  return [xPt, yPt, rounded(xPt + widthPt), rounded(yPt + heightPt)];
}

export function rounded(lengthPt: number): number {
  return Math.round(lengthPt * 10_000) / 10_000;
}
