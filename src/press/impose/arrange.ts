/**
 * Which page goes where: pure order, without a measure. Input: a number of pages; output: sheets,
 * each with its front and back as a grid of pages, row by row from the top left, every page upright.
 * A back is what one sees after turning the sheet like the leaf of a book, its top staying at the
 * top. Pages are counted from 0; undefined is a blank one.
 */
import { PublicationError } from "../../errors.ts";
import { countPages } from "../../log.ts";

/** One side of a sheet: its pages, row by row from the top left. */
export type SheetSide = readonly (number | undefined)[];

export interface Sheet {
  readonly front: SheetSide;
  /** Undefined where nothing is printed on the back. */
  readonly back: SheetSide | undefined;
  /** How many sheets lie around it when it is folded into its section; 0 for one that is not. */
  readonly depth: number;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

export const PAGES_PER_FOLDED_SHEET = 4;

/**
 * Sheets of two pages a side that are laid into each other and folded in the middle.
 * @param pageOrder the pages of the book in reading order, blank ones as undefined.
 * @param pagesPerSection each so many pages are folded by themselves; all of them together where it
 * is undefined.
 * @throws PublicationError `pages-cannot-be-folded`, `section-cannot-be-folded`
 */
export function saddleStitch(
  pageOrder: readonly (number | undefined)[],
  pagesPerSection: number = pageOrder.length,
): readonly Sheet[] {
  if (pageOrder.length === 0 || pageOrder.length % PAGES_PER_FOLDED_SHEET !== 0) {
    throw new PublicationError(
      "pages-cannot-be-folded",
      `${countPages(pageOrder.length)} cannot be folded: a folded sheet has ${PAGES_PER_FOLDED_SHEET}`,
      { hint: "make the pages a multiple of 4, or add blank ones before the last with --blanks" },
    );
  }
  if (pagesPerSection <= 0 || pagesPerSection % PAGES_PER_FOLDED_SHEET !== 0) {
    throw new PublicationError(
      "section-cannot-be-folded",
      `sections of ${pagesPerSection} pages cannot be folded: a folded sheet has ${PAGES_PER_FOLDED_SHEET}`,
      { hint: "give --signature a multiple of 4, e.g. 16" },
    );
  }
  const sheets: Sheet[] = [];
  for (let start = 0; start < pageOrder.length; start += pagesPerSection) {
    sheets.push(...foldedSection(pageOrder.slice(start, start + pagesPerSection)));
  }
  return sheets;
}

/** From the outermost sheet to the innermost. */
function foldedSection(pages: readonly (number | undefined)[]): readonly Sheet[] {
  return Array.from({ length: pages.length / PAGES_PER_FOLDED_SHEET }, (_, depth) => {
    const fromStart = 2 * depth;
    const fromEnd = pages.length - 1 - fromStart;
    return {
      front: [pages[fromEnd], pages[fromStart]],
      back: [pages[fromStart + 1], pages[fromEnd - 1]],
      depth,
    };
  });
}

/**
 * The pages of a booklet, with blank ones that fill the last sheet. They stand before the last page:
 * it is the back cover, and stays outside.
 */
export function withBlanks(pageCount: number): readonly (number | undefined)[] {
  const pages = pageRange(pageCount);
  const missing =
    (PAGES_PER_FOLDED_SHEET - (pageCount % PAGES_PER_FOLDED_SHEET)) % PAGES_PER_FOLDED_SHEET;
  const blanks = Array.from({ length: missing }, () => undefined);
  // A single page is a front cover without a back cover.
  return pageCount === 1
    ? [...pages, ...blanks]
    : [...pages.slice(0, -1), ...blanks, pageCount - 1];
}

/** Pages side by side in reading order, one side after the other. */
export function nUp(pageCount: number, { columns, rows }: Grid): readonly Sheet[] {
  const perSide = columns * rows;
  const sides = Array.from({ length: Math.ceil(pageCount / perSide) }, (_, side) =>
    Array.from({ length: perSide }, (_, cell) => pageOrBlank(side * perSide + cell, pageCount)),
  );
  const sheets: Sheet[] = [];
  for (let side = 0; side < sides.length; side += 2) {
    sheets.push({ front: sides[side] ?? [], back: sides[side + 1], depth: 0 });
  }
  return sheets;
}

/**
 * Sheets whose pile is cut into as many piles as there are cells; laid on each other, that of the
 * first cell on top, they are in reading order. Each leaf has a page on both sides.
 */
export function cutAndStack(pageCount: number, grid: Grid): readonly Sheet[] {
  const cells = grid.columns * grid.rows;
  const sheetCount = Math.ceil(pageCount / (2 * cells));
  return Array.from({ length: sheetCount }, (_, sheet) => {
    const side = (isBack: 0 | 1): SheetSide =>
      Array.from({ length: cells }, (_, cell) =>
        pageOrBlank(2 * (cell * sheetCount + sheet) + isBack, pageCount),
      );
    return { front: side(0), back: mirrorSide(side(1), grid), depth: 0 };
  });
}

/** For a publication that is read from right to left: the columns the other way round. */
export function mirrorColumns(sheets: readonly Sheet[], grid: Grid): readonly Sheet[] {
  return sheets.map(({ front, back, depth }) => ({
    front: mirrorSide(front, grid),
    back: back && mirrorSide(back, grid),
    depth,
  }));
}

function mirrorSide(side: SheetSide, { columns, rows }: Grid): SheetSide {
  return Array.from({ length: rows }, (_, row) =>
    side.slice(row * columns, (row + 1) * columns).toReversed(),
  ).flat();
}

export function pageRange(pageCount: number): readonly number[] {
  return Array.from({ length: pageCount }, (_, index) => index);
}

function pageOrBlank(index: number, pageCount: number): number | undefined {
  return index < pageCount ? index : undefined;
}
