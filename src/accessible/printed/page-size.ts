/**
 * The exact size of a page. The browser rounds it (A4 becomes 594.96 × 841.92 points) and paints
 * from the upper left corner, so the content is moved along with that corner. ISO 32000-1 §14.11.2.
 */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFContext,
  type PDFPage,
} from "@cantoo/pdf-lib";
import type { SheetSize } from "../prepare.ts";

/** Beyond this many points it is another size, and not a rounded one. */
const roundedByPt = 1.5;

/**
 * Gives the page its size and moves its annotations.
 * @returns how far up, in points, the page's content has to be moved.
 */
export function giveExactSize(
  context: PDFContext,
  page: PDFPage,
  sheet: SheetSize | undefined,
): number {
  const { width, height } = page.getSize();
  if (sheet === undefined || !(Math.abs(sheet.widthPt - width) <= roundedByPt)) return 0;
  if (!(Math.abs(sheet.heightPt - height) <= roundedByPt)) return 0;
  page.setMediaBox(0, 0, rounded(sheet.widthPt), rounded(sheet.heightPt));
  const upPt = rounded(sheet.heightPt - height);
  for (const entry of page.node.Annots()?.asArray() ?? []) {
    const annotation = context.lookup(entry);
    if (!(annotation instanceof PDFDict)) continue;
    for (const name of ["Rect", "QuadPoints"]) {
      const points = annotation.lookup(PDFName.of(name));
      if (!(points instanceof PDFArray)) continue;
      for (let at = 1; at < points.size(); at += 2) {
        const y = points.get(at);
        if (y instanceof PDFNumber) points.set(at, PDFNumber.of(rounded(y.asNumber() + upPt)));
      }
    }
  }
  return upPt;
}

function rounded(lengthPt: number): number {
  return Math.round(lengthPt * 10_000) / 10_000;
}
