/**
 * PDFs whose pages say by their pixels which page they are and which way up they stand. A page is a
 * grid of squares: four colours in the corners, and between them the bits of its number with their
 * complement, which no turned, mirrored, cut or shifted page shows.
 */
import { degrees, PDFDocument, rgb, type PDFPage } from "@cantoo/pdf-lib";

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

type Colour = "black" | "white" | "red" | "green" | "blue";
const COLOURS: Readonly<Record<Colour, readonly [number, number, number]>> = {
  black: [0, 0, 0],
  white: [1, 1, 1],
  red: [1, 0, 0],
  green: [0, 0.6, 0],
  blue: [0, 0, 1],
};

/** Corners from the top left, by rows. */
const CORNERS = ["black", "red", "green", "blue"] as const;

const COLUMNS = 8;
const ROWS = 6;

/** The colour of each square of a page, by rows from the top. */
function squares(number: number): readonly Colour[] {
  const bits = Array.from({ length: COLUMNS }, (_, bit) => ((number >> bit) & 1) === 1);
  return Array.from({ length: ROWS * COLUMNS }, (_, at): Colour => {
    const [row, column] = [Math.floor(at / COLUMNS), at % COLUMNS];
    const isEdgeColumn = column === 0 || column === COLUMNS - 1;
    if (row === 0 && isEdgeColumn) return CORNERS[column === 0 ? 0 : 1];
    if (row === ROWS - 1 && isEdgeColumn) return CORNERS[column === 0 ? 2 : 3];
    if (row === 2) return bits[column] ? "black" : "white";
    if (row === 3) return bits[column] ? "white" : "black";
    return "white";
  });
}

/** Reads a page as one sees it. @throws Error where it is no upright page. */
export function readPageNumber(page: Picture): number {
  const seen = Array.from({ length: ROWS * COLUMNS }, (_, at) => colourAt(page, at));
  for (let number = 0; number < 2 ** COLUMNS; number++) {
    if (squares(number).every((colour, at) => colour === seen[at])) return number;
  }
  const corners = [0, COLUMNS - 1, (ROWS - 1) * COLUMNS, ROWS * COLUMNS - 1];
  throw new Error(`no upright page: its corners are ${corners.map((at) => seen[at]).join(", ")}`);
}

/** White paper. A neighbour may touch its edge: no knife is truer than a pixel. */
export function isBlank({ width, height, rgba }: Picture): boolean {
  for (let y = 1; y < height - 1; y++) {
    const row = rgba.subarray((y * width + 1) * 4, (y * width + width - 1) * 4);
    if (row.some((value) => value < 250)) return false;
  }
  return true;
}

function colourAt({ width, height, rgba }: Picture, square: number): Colour | "unknown" {
  const x = Math.floor(((square % COLUMNS) + 0.5) * (width / COLUMNS));
  const y = Math.floor((Math.floor(square / COLUMNS) + 0.5) * (height / ROWS));
  const at = (y * width + x) * 4;
  const found = Object.entries(COLOURS).find(([, colour]) =>
    colour.every((part, channel) => Math.abs((rgba[at + channel] ?? 0) - part * 255) < 40),
  );
  return (found?.[0] as Colour | undefined) ?? "unknown";
}

export interface MarkedPagesOptions {
  readonly widthPt?: number;
  readonly heightPt?: number;
  /** Each page is turned by this in its content, and turned back by its Rotate. */
  readonly rotate?: 0 | 90 | 180 | 270;
  /** Around the finished page: red beyond it, and a trim box. */
  readonly bleedPt?: number;
  readonly userUnit?: number;
}

export const A5 = { widthPt: 419.53, heightPt: 595.28 };

/** Pages numbered from 1. */
export async function markedPdf(
  pageCount: number,
  options: MarkedPagesOptions = {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (let number = 1; number <= pageCount; number++) addMarkedPage(document, number, options);
  return document.save();
}

export function addMarkedPage(
  document: PDFDocument,
  number: number,
  {
    widthPt = A5.widthPt,
    heightPt = A5.heightPt,
    rotate = 0,
    bleedPt = 0,
    userUnit = 1,
  }: MarkedPagesOptions,
): PDFPage {
  const unit = 1 / userUnit;
  const [width, height] = [widthPt * unit, heightPt * unit];
  const sideways = rotate % 180 === 90;
  const [boxWidth, boxHeight] = sideways ? [height, width] : [width, height];
  const page = document.addPage([boxWidth + 2 * bleedPt, boxHeight + 2 * bleedPt]);
  if (userUnit !== 1)
    page.node.set(document.context.obj("UserUnit"), document.context.obj(userUnit));
  if (bleedPt > 0) {
    page.drawRectangle({
      width: page.getWidth(),
      height: page.getHeight(),
      color: rgb(1, 0, 0),
    });
    page.drawRectangle({
      x: bleedPt,
      y: bleedPt,
      width: boxWidth,
      height: boxHeight,
      color: rgb(1, 1, 1),
    });
    page.setTrimBox(bleedPt, bleedPt, boxWidth, boxHeight);
  }
  page.setRotation(degrees(rotate));
  for (const [at, colour] of squares(number).entries()) {
    if (colour === "white") continue;
    const [w, h] = [width / COLUMNS, height / ROWS];
    const [x, top] = [(at % COLUMNS) * w, Math.floor(at / COLUMNS) * h];
    // Where the square lies before the page is turned clockwise.
    const places: Readonly<Record<typeof rotate, readonly [number, number, number, number]>> = {
      0: [x, height - top - h, w, h],
      90: [top, x, h, w],
      180: [width - x - w, top, w, h],
      270: [height - top - h, width - x - w, h, w],
    };
    const place = places[rotate];
    page.drawRectangle({
      x: place[0] + bleedPt,
      y: place[1] + bleedPt,
      width: place[2],
      height: place[3],
      color: rgb(...COLOURS[colour]),
    });
  }
  return page;
}
