/**
 * The sheet on which pages are laid, and the size of a page's place on it. Input: the pages, how
 * many stand beside and below each other, and what the person asks for; output: a sheet, turned as
 * it must be. What does not fit is an error: nothing is made smaller unless that is asked for.
 */
import { PublicationError } from "../../errors.ts";
import type { Grid } from "./arrange.ts";
import { scaleToFit } from "./geometry.ts";
import {
  formatSize,
  nextLargerSheet,
  sheetNamed,
  TOLERANCE_PT,
  turnedLike,
  turnedToHold,
  type SheetFormat,
  type SizePt,
} from "./sheet-sizes.ts";

export interface ChosenSheet {
  readonly sheet: SheetFormat;
  /** The place of one page. */
  readonly cell: SizePt;
  readonly scale: "actual" | "fit";
}

export interface SheetWishes {
  readonly sheet?: string | undefined;
  readonly scale?: "actual" | "fit" | undefined;
}

/**
 * @throws PublicationError `pages-of-different-sizes`, `pages-too-large`, `no-sheet-large-enough`,
 * `sheet-unknown`
 */
export function chooseSheet(
  pages: readonly SizePt[],
  grid: Grid,
  wishes: SheetWishes,
): ChosenSheet {
  const largest = {
    widthPt: Math.max(...pages.map(({ widthPt }) => widthPt)),
    heightPt: Math.max(...pages.map(({ heightPt }) => heightPt)),
  };
  const block = times(largest, grid);
  const asked = wishes.sheet === undefined ? undefined : sheetNamed(wishes.sheet);
  if (wishes.scale === "fit") {
    const sheet = asked ? largestPages(asked, largest, grid) : nextLargerSheet(largest, block);
    return { sheet, cell: partOf(sheet, grid), scale: "fit" };
  }
  checkSameSize(pages);
  const sheet = asked ? turnedToHold(asked, block) : nextLargerSheet(largest, block);
  if (sheet === undefined) {
    throw new PublicationError(
      "pages-too-large",
      `pages of ${formatSize(largest)} do not fit on ${asked?.name ?? "the sheet"}: side by side they need ${formatSize(block)}`,
      { hint: "take a larger --sheet, or make the pages smaller with --scale fit" },
    );
  }
  return { sheet, cell: largest, scale: "actual" };
}

/** The way to turn the sheet in which pages come out larger. */
function largestPages(sheet: SheetFormat, page: SizePt, grid: Grid): SheetFormat {
  const wide = turnedLike(sheet, { widthPt: 2, heightPt: 1 });
  const high = turnedLike(sheet, { widthPt: 1, heightPt: 2 });
  const scaleOn = (each: SheetFormat): number => scaleToFit(page, partOf(each, grid));
  return scaleOn(wide) >= scaleOn(high) ? wide : high;
}

function checkSameSize(pages: readonly SizePt[]): void {
  const [first] = pages;
  if (first === undefined) return;
  const at = pages.findIndex(
    (page) =>
      Math.abs(page.widthPt - first.widthPt) > TOLERANCE_PT ||
      Math.abs(page.heightPt - first.heightPt) > TOLERANCE_PT,
  );
  const other = pages[at];
  if (other === undefined) return;
  throw new PublicationError(
    "pages-of-different-sizes",
    `pages differ in size: page 1 is ${formatSize(first)}, page ${at + 1} is ${formatSize(other)}`,
    { hint: "give all pages one size, or let --scale fit bring each to the size of its place" },
  );
}

function times({ widthPt, heightPt }: SizePt, { columns, rows }: Grid): SizePt {
  return { widthPt: widthPt * columns, heightPt: heightPt * rows };
}

function partOf({ widthPt, heightPt }: SizePt, { columns, rows }: Grid): SizePt {
  return { widthPt: widthPt / columns, heightPt: heightPt / rows };
}
