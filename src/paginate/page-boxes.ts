/**
 * Page boxes in PDF points from CSS lengths. The browser rounds boxes to the 64th of a pixel and
 * the size of a printed page further still, so the lengths are taken as they were written.
 */
import type { MeasuredPage } from "./in-page/proof/read-layout.ts";
import type { PaginatedPage } from "./paginated-document.ts";

const pointsPerUnit: Readonly<Record<string, number>> = {
  px: 72 / 96,
  pt: 1,
  pc: 12,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  q: 72 / 101.6,
};

/** An absolute CSS length in points; undefined for any other value, such as a `calc()`. */
export function lengthPt(length: string): number | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))([a-z]+)$/i.exec(length.trim());
  if (length.trim() === "0") return 0;
  const factor = pointsPerUnit[match?.[2]?.toLowerCase() ?? ""];
  return match === null || factor === undefined ? undefined : Number(match[1]) * factor;
}

/** Boxes after PDF 2.0, 14.11.2: origin at the lower left corner of the media box. */
export function paginatedPage(measured: MeasuredPage, index: number): PaginatedPage {
  const pixel = 72 / 96;
  const widthPt = lengthPt(measured.trimWidth) ?? measured.trimWidthPx * pixel;
  const heightPt = lengthPt(measured.trimHeight) ?? measured.trimHeightPx * pixel;
  const bleed = {
    top: lengthPt(measured.bleed.top) ?? 0,
    right: lengthPt(measured.bleed.right) ?? 0,
    bottom: lengthPt(measured.bleed.bottom) ?? 0,
    left: lengthPt(measured.bleed.left) ?? 0,
  };
  return {
    index,
    names: measured.names,
    isBlank: measured.isBlank,
    side: measured.side,
    mediaBox: {
      xPt: 0,
      yPt: 0,
      widthPt: bleed.left + widthPt + bleed.right,
      heightPt: bleed.bottom + heightPt + bleed.top,
    },
    trimBox: { xPt: bleed.left, yPt: bleed.bottom, widthPt, heightPt },
  };
}
