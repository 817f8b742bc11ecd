/**
 * Paper: what a printer, a paper knife and a hand do with imposed sheets. A printed sheet has ink on
 * its front and ink on its back, which is kept as it would be seen through the paper, so that both
 * are cut together. It knows nothing of the order in which pages were imposed.
 */
import { drawPdf } from "./impose-drawing.ts";
import type { Picture } from "./impose-marked-pages.ts";

const DPI = 36;
const PIXELS_PER_MM = DPI / 25.4;

export interface Paper {
  readonly front: Picture;
  /** The ink of the back, seen through the paper from the front. */
  readonly through: Picture;
}

/** Left, top, width and height in millimetres from the top left of the front. */
export type RectangleMm = readonly [number, number, number, number];

/** Prints on both sides; the sheet is turned over one of its edges between them. */
export async function printOnBothSides(
  pdf: Uint8Array,
  flipEdge: "short" | "long",
): Promise<readonly Paper[]> {
  const sides = await drawPdf(pdf, DPI);
  const sheets: Paper[] = [];
  for (let at = 0; at < sides.length; at += 2) {
    const front = sides[at];
    const back = sides[at + 1];
    if (front === undefined || back === undefined) throw new Error("a sheet has no back");
    const isWide = front.width >= front.height;
    // Over the short edge of a wide sheet: like the leaf of a book. Over the long one: like a pad's.
    const likeABook = isWide === (flipEdge === "short");
    sheets.push({ front, through: likeABook ? mirror(back) : upend(back) });
  }
  return sheets;
}

/** Prints on one side. */
export async function printOnOneSide(pdf: Uint8Array): Promise<readonly Picture[]> {
  return drawPdf(pdf, DPI);
}

export function sizeMm({ front }: Paper): readonly [number, number] {
  return [front.width / PIXELS_PER_MM, front.height / PIXELS_PER_MM];
}

export function cut({ front, through }: Paper, rectangle: RectangleMm): Paper {
  return { front: cutPicture(front, rectangle), through: cutPicture(through, rectangle) };
}

/** What one sees after turning a piece of paper like the leaf of a book. */
export function turnLeaf({ through }: Paper): Picture {
  return mirror(through);
}

/**
 * Lays sheets into each other, the first outside, folds them in the middle and cuts the pages out at
 * the fold. Returns what a reader sees page by page, the spine on the left (or on the right).
 */
export function foldBooklet(
  sheets: readonly Paper[],
  pageMm: readonly [number, number],
  spine: "left" | "right" = "left",
): readonly Picture[] {
  const [width, height] = pageMm;
  const halves = sheets.map((sheet) => {
    const [sheetWidth, sheetHeight] = sizeMm(sheet);
    const top = (sheetHeight - height) / 2;
    const right = cut(sheet, [sheetWidth / 2, top, width, height]);
    const left = cut(sheet, [sheetWidth / 2 - width, top, width, height]);
    return spine === "left" ? { cover: right, end: left } : { cover: left, end: right };
  });
  // The front half of each sheet, from outside in; then, past the middle, the other halves from
  // inside out, whose inner side comes first.
  return [
    ...halves.flatMap(({ cover }) => [cover.front, turnLeaf(cover)]),
    ...halves.toReversed().flatMap(({ end }) => [turnLeaf(end), end.front]),
  ];
}

/** Cuts a pile of sheets along a grid and lays the piles on each other, the first on top. */
export function cutPile(
  sheets: readonly Paper[],
  { columns, rows }: { readonly columns: number; readonly rows: number },
  pageMm: readonly [number, number],
): readonly Picture[] {
  const piles = Array.from({ length: columns * rows }, (_, cell) =>
    sheets.map((sheet) => cut(sheet, cellMm(sizeMm(sheet), cell, { columns, rows }, pageMm))),
  );
  return piles.flat().flatMap((leaf) => [leaf.front, turnLeaf(leaf)]);
}

/** The pages that one sees on a side, as one reads lines: from the left, then down. */
export function lookAtSide(
  side: Picture,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  pageMm: readonly [number, number],
): readonly Picture[] {
  const size = sizeMm({ front: side, through: side });
  return Array.from({ length: columns * rows }, (_, cell) =>
    cutPicture(side, cellMm(size, cell, { columns, rows }, pageMm)),
  );
}

function cellMm(
  [sheetWidth, sheetHeight]: readonly [number, number],
  cell: number,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  [width, height]: readonly [number, number],
): RectangleMm {
  const left = (sheetWidth - columns * width) / 2 + (cell % columns) * width;
  const top = (sheetHeight - rows * height) / 2 + Math.floor(cell / columns) * height;
  return [left, top, width, height];
}

export function cutPicture(
  picture: Picture,
  [leftMm, topMm, widthMm, heightMm]: RectangleMm,
): Picture {
  const [left, top, width, height] = [leftMm, topMm, widthMm, heightMm].map((mm) =>
    Math.round(mm * PIXELS_PER_MM),
  ) as [number, number, number, number];
  return mapPixels({ width, height }, (x, y) => [
    picture,
    Math.min(Math.max(left + x, 0), picture.width - 1),
    Math.min(Math.max(top + y, 0), picture.height - 1),
  ]);
}

function mirror(picture: Picture): Picture {
  return mapPixels(picture, (x, y) => [picture, picture.width - 1 - x, y]);
}

function upend(picture: Picture): Picture {
  return mapPixels(picture, (x, y) => [picture, x, picture.height - 1 - y]);
}

function mapPixels(
  { width, height }: { readonly width: number; readonly height: number },
  source: (x: number, y: number) => readonly [Picture, number, number],
): Picture {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [picture, fromX, fromY] = source(x, y);
      const from = (fromY * picture.width + fromX) * 4;
      rgba.set(picture.rgba.subarray(from, from + 4), (y * width + x) * 4);
    }
  }
  return { width, height, rgba };
}
