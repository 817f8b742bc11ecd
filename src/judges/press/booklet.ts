/**
 * The judge of sheets for office printers: folds a booklet as hands would and reads its pages one
 * after the other. Input: the brochure, the sheets made of it and how they are laid out; output:
 * findings where a page is missing, out of order, on its head, scaled or moved. It knows nothing of
 * how pages were imposed: that is worked out from paper again.
 */
import { readDocumentFacts } from "../../pdf/document/document-facts.ts";
import type { BoxPt } from "../../pdf/geometry/box.ts";
import { openPdf, type PdfDocument } from "../../pdf/objects/open-pdf.ts";
import { readGlyphs } from "../../pdf/text/read-content.ts";
import type { TextPiece } from "../../pdf/text/text-piece.ts";
import type { Layout } from "../../press/impose/impose.ts";
import { findingOf } from "../verdict/judge-info.ts";
import { judgeBy, type Judge } from "../verdict/judge.ts";
import { BOOKLET, BOOKLET_RULES, type BookletFinding } from "./booklet-info.ts";

export interface BookletSubject {
  readonly brochure: Uint8Array;
  readonly sheets: Uint8Array;
  readonly layout: Layout;
}

/** What is read on a page, and where its text begins and ends from the page's left bottom corner. */
interface SeenPage {
  readonly letters: string;
  readonly extent: BoxPt | undefined;
  readonly isUpright: boolean;
}

/** What rounding moves. */
const TOLERANCE_PT = 0.5;
/** The most that thick paper moves a page towards the fold, as a share of its width. */
const LARGEST_CREEP = 0.1;

export const bookletJudge: Judge<BookletSubject> = judgeBy(
  BOOKLET,
  async ({ brochure, sheets, layout }) => {
    const pdf = await openPdf(brochure);
    const { pages: facts, viewerPreferences } = readDocumentFacts(pdf);
    const trims = facts.map(({ boxes }) => boxes.trim ?? boxes.media);
    const spine = viewerPreferences.Direction === "R2L" ? "right" : "left";
    const contents = await readGlyphs(pdf);
    const pages = trims.map((trim, index) => seenIn(contents[index]?.pieces ?? [], trim));
    const opened = await openPdf(sheets);
    return {
      findings:
        layout === "booklet"
          ? comparePages(pages, await foldInTheMiddle(opened, trims, spine))
          : findMissing(pages, await readSides(opened)),
    };
  },
);

/**
 * Sheets printed on both sides, turned like the leaf of a book, laid into each other and folded: the
 * right half of each front is the head of a leaf, the left half of its back the other side of it. Where
 * the spine is on the right, it is the other way round.
 * @param trims of the pages, all of one size.
 */
async function foldInTheMiddle(
  pdf: PdfDocument,
  trims: readonly BoxPt[],
  spine: "left" | "right",
): Promise<readonly SeenPage[]> {
  const [trim = [0, 0, 0, 0]] = trims;
  const [width, height] = [trim[2] - trim[0], trim[3] - trim[1]];
  const { pages } = readDocumentFacts(pdf);
  const contents = await readGlyphs(pdf);
  const halves = contents.map(({ pieces }, index) => {
    const [left, bottom, right, top] = pages[index]?.boxes.media ?? [0, 0, 0, 0];
    const fold = (left + right) / 2;
    // Pages meet at the fold, and what is left of the sheet is cut off around them.
    const [foot, head] = [(bottom + top - height) / 2, (bottom + top + height) / 2];
    const onLeft = seenIn(pieces, [fold - width, foot, fold, head]);
    const onRight = seenIn(pieces, [fold, foot, fold + width, head]);
    return spine === "left" ? { outer: onRight, inner: onLeft } : { outer: onLeft, inner: onRight };
  });
  const fronts = halves.filter((_, index) => index % 2 === 0);
  const backs = halves.filter((_, index) => index % 2 === 1);
  const outwards = fronts.flatMap((front, sheet) => [front.outer, backs[sheet]?.inner]);
  const inwards = fronts.flatMap((front, sheet) => [front.inner, backs[sheet]?.outer]).reverse();
  return [...outwards, ...inwards].filter((page) => page !== undefined).slice(0, trims.length);
}

async function readSides(pdf: PdfDocument): Promise<readonly string[]> {
  const contents = await readGlyphs(pdf);
  return contents.map(({ pieces }) => lettersOf(pieces));
}

function seenIn(pieces: readonly TextPiece[], [left, bottom, right, top]: BoxPt): SeenPage {
  const inside = pieces.filter(
    ({ startX, startY }) => startX >= left && startX < right && startY >= bottom && startY < top,
  );
  const xs = inside.flatMap(({ startX, endX }) => [startX - left, endX - left]);
  const ys = inside.flatMap(({ startY, endY }) => [startY - bottom, endY - bottom]);
  return {
    letters: lettersOf(inside),
    extent:
      inside.length === 0
        ? undefined
        : [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    isUpright: inside.every(({ alongX }) => alongX > 0.99),
  };
}

/** Letters and digits: spaces, hyphens and apostrophes each of the two files writes in its own way. */
function lettersOf(pieces: readonly TextPiece[]): string {
  return pieces
    .map(({ text }) => text)
    .join("")
    .replace(/[^\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{M}\p{N}]/gu, "");
}

function comparePages(
  wanted: readonly SeenPage[],
  seen: readonly SeenPage[],
): readonly BookletFinding[] {
  return wanted.flatMap((page, index) => {
    const found = seen[index];
    const number = index + 1;
    if (found === undefined) {
      return [finding("page-missing", number, "is not on the sheets")];
    }
    if (found.letters !== page.letters) {
      const other = wanted.findIndex(({ letters }) => letters === found.letters);
      const what = other < 0 ? "something else" : `page ${other + 1}`;
      return [finding("page-order", number, `is where ${what} is read`)];
    }
    if (!found.isUpright && page.isUpright) {
      return [finding("page-turned", number, "stands on its head, or on its side")];
    }
    return movedPage(page, found, number);
  });
}

function movedPage(page: SeenPage, found: SeenPage, number: number): readonly BookletFinding[] {
  if (page.extent === undefined || found.extent === undefined) return [];
  const [left = 0, bottom = 0, right = 0, top = 0] = page.extent.map(
    (edge, side) => (found.extent?.[side] ?? 0) - edge,
  );
  if (Math.abs(right - left) > TOLERANCE_PT || Math.abs(top - bottom) > TOLERANCE_PT) {
    return [finding("page-scaled", number, "is not printed at its own size")];
  }
  const width = page.extent[2] + page.extent[0];
  if (Math.abs(left) > TOLERANCE_PT + width * LARGEST_CREEP || Math.abs(bottom) > TOLERANCE_PT) {
    return [finding("page-moved", number, "does not lie at the fold and on its trim")];
  }
  return [];
}

/** Sheets that are read as they are, or cut apart: that no page is missing is what can be seen. */
function findMissing(
  pages: readonly SeenPage[],
  sides: readonly string[],
): readonly BookletFinding[] {
  return pages.flatMap(({ letters }, index) =>
    sides.some((side) => side.includes(letters))
      ? []
      : [finding("page-missing", index + 1, "is not on the sheets")],
  );
}

function finding(rule: keyof typeof BOOKLET_RULES, number: number, what: string): BookletFinding {
  return findingOf(BOOKLET_RULES[rule], {
    where: `page ${number}`,
    message: `Page ${number} ${what}.`,
  });
}
