/**
 * Imposes a PDF: its finished pages on sheets of paper, in an order that is right once they are
 * folded or cut. Input: the bytes of any PDF; output: the bytes of a PDF of sheets, and how they are
 * to be printed. It reads and writes no file.
 */
import { PublicationError } from "../../errors.ts";
import { openPdf } from "../../pdf/objects/open-pdf.ts";
import { readFinishedPages, type FinishedPage } from "../../pdf/forms/form-xobject.ts";
import { writeImposedPdf, type ImposedSide } from "../../pdf/forms/imposed-pdf.ts";
import {
  cutAndStack,
  mirrorColumns,
  nUp,
  pageRange,
  saddleStitch,
  withBlanks,
  type Grid,
  type Sheet,
  type SheetSide,
} from "./arrange.ts";
import {
  creepShiftPt,
  layOutCells,
  placeInCell,
  scaleToFit,
  type SheetGeometry,
} from "./geometry.ts";
import { drawMarks, type MarkKind } from "./marks.ts";
import { chooseSheet } from "./choose-sheet.ts";
import { isWide, POINTS_PER_MM, type SizePt } from "./sheet-sizes.ts";

export type Layout = "booklet" | "2-up" | "4-up" | "cut-and-stack";
export type SheetEdge = "short" | "long";

export interface ImposeOptions {
  readonly layout: Layout;
  /** A name or `WIDTHxHEIGHT` in millimetres; the next larger common sheet where undefined. */
  readonly sheet?: string | undefined;
  /** `actual` scales nothing; `fit` makes each page as large as its part of the sheet. */
  readonly scale?: "actual" | "fit" | undefined;
  /** Fold, staple and cut marks where the sheet leaves room for them; they are drawn by default. */
  readonly marks?: boolean | undefined;
  /** Cut-and-stack: pages a side. */
  readonly up?: 2 | 4 | undefined;
  /** Booklet: thickness of one folded sheet, by which each sheet inside another moves its pages. */
  readonly creepMm?: number | undefined;
  /** Booklet: blank pages before the last fill the last sheet. */
  readonly blanks?: boolean | undefined;
  /** Booklet: pages that are folded together; all where undefined. */
  readonly pagesPerSection?: number | undefined;
  /** The edge over which the printer turns a sheet; the one that keeps heads up where undefined. */
  readonly flip?: SheetEdge | undefined;
  /** The side of the spine; where the document says that it is read from right to left, right. */
  readonly binding?: "left" | "right" | undefined;
  readonly date: Date;
  readonly producer: string;
}

export interface Imposed {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  readonly blankCount: number;
  readonly sheetCount: number;
  /** E.g. `A4`. */
  readonly sheetName: string;
  readonly orientation: "landscape" | "portrait";
  /** The edge to choose in the print dialog; undefined where the backs may stand as they like. */
  readonly flip: SheetEdge | undefined;
}

/** A shift of more than this part of a page's width is a wrong thickness, not a thick paper. */
const LARGEST_CREEP = 0.1;

const MARKS: Readonly<Record<Layout, readonly MarkKind[]>> = {
  booklet: ["cut", "fold", "staple"],
  "cut-and-stack": ["cut"],
  // Several pages on a sheet are read there, not cut out.
  "2-up": [],
  "4-up": [],
};

/** @throws PublicationError where the PDF cannot be read, or its pages do not go on the sheet. */
export async function impose(bytes: Uint8Array, options: ImposeOptions): Promise<Imposed> {
  const pdf = await openPdf(bytes);
  const pages = readFinishedPages(pdf);
  const preferences = pdf.objects.dict(pdf.objects.get(pdf.catalog, "ViewerPreferences"));
  const direction = pdf.objects.name(pdf.objects.get(preferences, "Direction"));
  const isReadFromRight = (options.binding ?? (direction === "R2L" ? "right" : "left")) === "right";

  const grid = gridOf(options, pages);
  const { sheet, cell, scale } = chooseSheet(pages, grid, options);
  const geometry = layOutCells(sheet, grid, cell);
  const arranged = arrange(pages.length, grid, options);
  // Leaves that are cut apart have no neighbour whose side matters.
  const isMirrored = isReadFromRight && options.layout !== "cut-and-stack";
  const sheets = isMirrored ? mirrorColumns(arranged, grid) : arranged;
  checkCreep(sheets, cell, options);

  const isTwoSided = options.layout === "booklet" || options.layout === "cut-and-stack";
  const edgeThatKeepsHeadsUp = isWide(sheet) ? "short" : "long";
  const flip = isTwoSided ? (options.flip ?? edgeThatKeepsHeadsUp) : undefined;
  const sides = sheets.flatMap((each) =>
    sidesOf(each, {
      geometry,
      pages,
      scale,
      options,
      backsUpsideDown: flip !== undefined && flip !== edgeThatKeepsHeadsUp,
    }),
  );
  const duplex = flip && (flip === "short" ? "DuplexFlipShortEdge" : "DuplexFlipLongEdge");
  const { date, producer } = options;
  const placed = sheets.flatMap(({ front, back }) => [...front, ...(back ?? [])]);
  return {
    bytes: writeImposedPdf(pdf, pages, { ...sheet, sides, duplex, date, producer }),
    pageCount: pages.length,
    blankCount: placed.filter((index) => index === undefined).length,
    sheetCount: sheets.length,
    sheetName: sheet.name,
    orientation: isWide(sheet) ? "landscape" : "portrait",
    flip,
  };
}

function gridOf({ layout, up = 2 }: ImposeOptions, pages: readonly FinishedPage[]): Grid {
  if (layout === "booklet") return { columns: 2, rows: 1 };
  if (layout === "4-up" || (layout === "cut-and-stack" && up === 4)) return { columns: 2, rows: 2 };
  // Two wide pages go one above the other, as a sheet is about as wide as one of them.
  const [first] = pages;
  const isUpright = first === undefined || first.heightPt >= first.widthPt;
  return isUpright ? { columns: 2, rows: 1 } : { columns: 1, rows: 2 };
}

function arrange(pageCount: number, grid: Grid, options: ImposeOptions): readonly Sheet[] {
  switch (options.layout) {
    case "booklet":
      return saddleStitch(
        options.blanks ? withBlanks(pageCount) : pageRange(pageCount),
        options.pagesPerSection,
      );
    case "cut-and-stack":
      return cutAndStack(pageCount, grid);
    default:
      return nUp(pageCount, grid);
  }
}

function checkCreep(sheets: readonly Sheet[], cell: SizePt, { creepMm = 0 }: ImposeOptions): void {
  const deepest = Math.max(...sheets.map(({ depth }) => depth));
  const shiftMm = deepest * creepMm;
  if (shiftMm * POINTS_PER_MM <= LARGEST_CREEP * cell.widthPt) return;
  throw new PublicationError(
    "creep-too-large",
    `a creep of ${creepMm} mm moves the innermost of ${deepest + 1} sheets by ${Math.round(shiftMm * 10) / 10} mm`,
    { hint: "--creep is the thickness of one sheet: about 0.1 for office paper" },
  );
}

interface SideContext {
  readonly geometry: SheetGeometry;
  readonly pages: readonly FinishedPage[];
  readonly scale: "actual" | "fit";
  readonly options: ImposeOptions;
  readonly backsUpsideDown: boolean;
}

function sidesOf({ front, back, depth }: Sheet, context: SideContext): readonly ImposedSide[] {
  const { options, geometry, backsUpsideDown } = context;
  const kinds = MARKS[options.layout].filter((kind) => kind !== "staple" || depth === 0);
  // On one side only: a printer never lays the two exactly over each other.
  const marks = options.marks === false ? [] : drawMarks(geometry, new Set(kinds));
  const fronts = { pages: placePages(front, depth, context), marks, upsideDown: false };
  if (back === undefined) return [fronts];
  return [
    fronts,
    { pages: placePages(back, depth, context), marks: [], upsideDown: backsUpsideDown },
  ];
}

function placePages(
  side: SheetSide,
  depth: number,
  { geometry, pages, scale, options }: SideContext,
): ImposedSide["pages"] {
  const paperPt = (options.creepMm ?? 0) * POINTS_PER_MM;
  return side.flatMap((index, cellIndex) => {
    const page = index === undefined ? undefined : pages[index];
    const cell = geometry.cells[cellIndex];
    if (index === undefined || page === undefined || cell === undefined) return [];
    const [left, bottom, right, top] = cell;
    const cellSize = { widthPt: right - left, heightPt: top - bottom };
    const matrix = placeInCell(page, cell, {
      scale: scale === "fit" ? scaleToFit(page, cellSize) : 1,
      shiftPt: creepShiftPt(cellIndex, depth, paperPt),
    });
    return [{ index, matrix, cell }];
  });
}
