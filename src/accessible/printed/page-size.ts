/**
 * The exact size of a page. The browser rounds it (A4 becomes 594.96 × 841.92 points) and paints
 * from the upper left corner, so the content is moved along with that corner. ISO 32000-1 §14.11.2.
 */
import type { OwnPage } from "../../pdf/objects/own-pdf.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { SheetSize } from "../prepare.ts";

/** Beyond this many points it is another size, and not a rounded one. */
const roundedByPt = 1.5;

/**
 * Gives the page its size and moves its annotations.
 * @returns how far up, in points, the page's content has to be moved.
 */
export function giveExactSize(
  objects: PdfObjects,
  page: OwnPage,
  sheet: SheetSize | undefined,
): number {
  const { widthPt, heightPt } = page.sizePt();
  if (sheet === undefined || !(Math.abs(sheet.widthPt - widthPt) <= roundedByPt)) return 0;
  if (!(Math.abs(sheet.heightPt - heightPt) <= roundedByPt)) return 0;
  const corners = [0, 0, rounded(sheet.widthPt), rounded(sheet.heightPt)];
  objects.set(page.dict, "MediaBox", corners);
  const upPt = rounded(sheet.heightPt - heightPt);
  for (const entry of objects.items(objects.get(page.dict, "Annots"))) {
    const annotation = objects.dict(entry);
    if (annotation === undefined) continue;
    for (const name of ["Rect", "QuadPoints"]) {
      const points = objects.get(annotation, name);
      if (!objects.isArray(points)) continue;
      const moved = objects.items(points).map((point, at) => {
        const y = at % 2 === 1 ? objects.number(point) : undefined;
        return y === undefined ? point : rounded(y + upPt);
      });
      objects.set(annotation, name, moved);
    }
  }
  return upPt;
}

function rounded(lengthPt: number): number {
  return Math.round(lengthPt * 10_000) / 10_000;
}
