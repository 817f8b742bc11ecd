/**
 * Fold, staple and cut marks, outside the pages. Input: the geometry of a sheet; output: lines. A
 * mark is drawn only where the sheet leaves room for it beyond the strip that office printers do not
 * print: none is ever put on a page, for it would stay there after folding.
 */
import type { BoxPt } from "../../pdf/geometry/box.ts";
import type { MarkLine } from "../../pdf/forms/imposed-pdf.ts";
import type { SheetGeometry } from "./geometry.ts";
import { POINTS_PER_MM } from "./sheet-sizes.ts";

/** Between a page and its mark, so that a cut that is a little off leaves nothing of it. */
const GAP_PT = 1 * POINTS_PER_MM;
const LONGEST_PT = 5 * POINTS_PER_MM;
/** Shorter ones are overlooked. */
const SHORTEST_PT = 2 * POINTS_PER_MM;
/** What office printers leave white at each edge of the sheet. */
const UNPRINTABLE_PT = 4 * POINTS_PER_MM;
/** Length of the common staples 24/6 and 26/6. */
const STAPLE_PT = 12 * POINTS_PER_MM;
/** Staples sit in the middle of each half of the fold. */
const STAPLE_HEIGHTS = [0.25, 0.75];

export type MarkKind = "fold" | "staple" | "cut";

export function drawMarks(
  geometry: SheetGeometry,
  kinds: ReadonlySet<MarkKind>,
): readonly MarkLine[] {
  const marks: MarkLine[] = [];
  // What is folded is cut around its spread, never along the fold.
  if (kinds.has("cut")) {
    marks.push(...cutMarks(geometry, kinds.has("fold") ? [geometry.block] : geometry.cells));
  }
  if (kinds.has("fold")) marks.push(...foldMarks(geometry));
  if (kinds.has("staple")) marks.push(...stapleMarks(geometry));
  return marks;
}

/** At the ends of each edge of these boxes. */
function cutMarks(geometry: SheetGeometry, boxes: readonly BoxPt[]): readonly MarkLine[] {
  const xs = unique(boxes.flatMap(([left, , right]) => [left, right]));
  const ys = unique(boxes.flatMap(([, bottom, , top]) => [bottom, top]));
  return [
    ...xs.flatMap((x) => headAndFoot(geometry, x, false)),
    ...ys.flatMap((y) => leftAndRight(geometry, y)),
  ];
}

function foldMarks(geometry: SheetGeometry): readonly MarkLine[] {
  return headAndFoot(geometry, geometry.sheet.widthPt / 2, true);
}

/** A line as long as a staple beside the pages, at the height at which it goes through the fold. */
function stapleMarks(geometry: SheetGeometry): readonly MarkLine[] {
  const [left, bottom, right, top] = geometry.block;
  if (markLength(left) === 0) return [];
  return STAPLE_HEIGHTS.flatMap((height) => {
    const y = bottom + (top - bottom) * height;
    return [left - GAP_PT - SHORTEST_PT, right + GAP_PT + SHORTEST_PT].map((x): MarkLine => ({
      from: [x, y - STAPLE_PT / 2],
      to: [x, y + STAPLE_PT / 2],
      dashed: false,
    }));
  });
}

function headAndFoot(geometry: SheetGeometry, x: number, dashed: boolean): readonly MarkLine[] {
  const [, bottom, , top] = geometry.block;
  const length = markLength(bottom);
  if (length === 0) return [];
  return [
    { from: [x, top + GAP_PT], to: [x, top + GAP_PT + length], dashed },
    { from: [x, bottom - GAP_PT], to: [x, bottom - GAP_PT - length], dashed },
  ];
}

function leftAndRight(geometry: SheetGeometry, y: number): readonly MarkLine[] {
  const [left, , right] = geometry.block;
  const length = markLength(left);
  if (length === 0) return [];
  return [
    { from: [left - GAP_PT, y], to: [left - GAP_PT - length, y], dashed: false },
    { from: [right + GAP_PT, y], to: [right + GAP_PT + length, y], dashed: false },
  ];
}

/** 0 where there is no room for a mark that would be printed and seen. */
function markLength(roomPt: number): number {
  const length = Math.min(LONGEST_PT, roomPt - UNPRINTABLE_PT - GAP_PT);
  return length + 0.01 < SHORTEST_PT ? 0 : length;
}

function unique(values: readonly number[]): readonly number[] {
  return values.filter(
    (value, index) => values.findIndex((other) => Math.abs(other - value) < 0.01) === index,
  );
}
