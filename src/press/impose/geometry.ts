/**
 * Where on a sheet pages lie: cells, scale, and the shift of inner sheets towards the fold. Input:
 * sizes in points; output: boxes and matrices in the sheet's space, origin at its left bottom
 * corner. It knows neither page numbers nor PDF objects.
 */
import type { Matrix } from "../../pdf/geometry/matrix.ts";
import type { BoxPt } from "../../pdf/geometry/box.ts";
import type { Grid } from "./arrange.ts";
import type { SheetFormat, SizePt } from "./sheet-sizes.ts";

/** What is folded or cut: the cells of one size, edge to edge, in the middle of the sheet. */
export interface SheetGeometry {
  readonly sheet: SheetFormat;
  readonly grid: Grid;
  /** All cells together. */
  readonly block: BoxPt;
  /** Row by row from the top left. */
  readonly cells: readonly BoxPt[];
}

export function layOutCells(sheet: SheetFormat, grid: Grid, cell: SizePt): SheetGeometry {
  const width = cell.widthPt * grid.columns;
  const height = cell.heightPt * grid.rows;
  const left = (sheet.widthPt - width) / 2;
  const bottom = (sheet.heightPt - height) / 2;
  const cells = Array.from({ length: grid.rows * grid.columns }, (_, index): BoxPt => {
    const column = index % grid.columns;
    const row = grid.rows - 1 - Math.floor(index / grid.columns);
    const [x, y] = [left + column * cell.widthPt, bottom + row * cell.heightPt];
    return [x, y, x + cell.widthPt, y + cell.heightPt];
  });
  return { sheet, grid, block: [left, bottom, left + width, bottom + height], cells };
}

/** How much a page must be scaled to fill its cell without going over it. */
export function scaleToFit(page: SizePt, cell: SizePt): number {
  return Math.min(cell.widthPt / page.widthPt, cell.heightPt / page.heightPt);
}

/** Puts a page of this size, whose origin is its left bottom corner, in the middle of a cell. */
export function placeInCell(
  page: SizePt,
  [left, bottom, right, top]: BoxPt,
  { scale, shiftPt }: { readonly scale: number; readonly shiftPt: number },
): Matrix {
  const x = (left + right - page.widthPt * scale) / 2 + shiftPt;
  const y = (bottom + top - page.heightPt * scale) / 2;
  return [scale, 0, 0, scale, x, y];
}

/**
 * How far a page is moved towards the fold, to the right being positive. A sheet that lies inside
 * `depth` others is pushed outwards by their paper, and is cut there when the booklet is trimmed.
 */
export function creepShiftPt(cellIndex: number, depth: number, paperPt: number): number {
  const towardsFold = cellIndex === 0 ? 1 : -1;
  return depth === 0 ? 0 : towardsFold * depth * paperPt;
}
