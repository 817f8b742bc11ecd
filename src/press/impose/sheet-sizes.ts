/**
 * Sheets of paper: their names and sizes, and which of them takes what is to be printed. Sizes in
 * points. It knows nothing of pages and their order.
 */
import { PublicationError } from "../../errors.ts";

export const POINTS_PER_MM = 72 / 25.4;

/** What writers of PDFs round away: a page may be so much larger than its place. */
export const TOLERANCE_PT = 1;

export interface SizePt {
  readonly widthPt: number;
  readonly heightPt: number;
}

/** A sheet as it lies before the person, wide or high. */
export interface SheetFormat extends SizePt {
  /** E.g. `A4`, or `320 × 450 mm`. */
  readonly name: string;
}

/** ISO 216 and 217 and the sizes of North America, upright, in millimetres. */
const SIZES_MM: Readonly<Record<string, readonly [number, number]>> = {
  A6: [105, 148],
  A5: [148, 210],
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  RA4: [215, 305],
  RA3: [305, 430],
  SRA4: [225, 320],
  SRA3: [320, 450],
  letter: [215.9, 279.4],
  legal: [215.9, 355.6],
  tabloid: [279.4, 431.8],
};

const ALIASES: Readonly<Record<string, string>> = { ledger: "tabloid" };

/** Sheets that are chosen by themselves, small ones first; others only where they are asked for. */
const ISO_FAMILY = ["A6", "A5", "A4", "A3", "A2", "A1"];
const AMERICAN_FAMILY = ["letter", "tabloid"];
/** Pages of these sizes are printed on North American sheets; 139.7 × 215.9 is half a letter. */
const AMERICAN_PAGES_MM = [
  [139.7, 215.9],
  [107.95, 139.7],
  ...["letter", "legal", "tabloid"].map(sizeMm),
];

function sizeMm(name: string): readonly [number, number] {
  return SIZES_MM[name] ?? [0, 0];
}

/**
 * The sheet that a person asks for: a name, or `WIDTHxHEIGHT` in millimetres.
 * @throws PublicationError `sheet-unknown`
 */
export function sheetNamed(text: string): SheetFormat {
  const wanted = ALIASES[text.toLowerCase()] ?? text;
  const name = Object.keys(SIZES_MM).find((each) => each.toLowerCase() === wanted.toLowerCase());
  if (name !== undefined) return named(name);
  const [, width, height] = /^(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)$/i.exec(text) ?? [];
  const [widthMm, heightMm] = [Number(width), Number(height)];
  if (!(widthMm > 0 && heightMm > 0)) {
    throw new PublicationError("sheet-unknown", `"${text}" is no sheet`, {
      hint: `name one of ${Object.keys(SIZES_MM).join(", ")}, or millimetres such as 330x480`,
    });
  }
  return {
    name: `${widthMm} × ${heightMm} mm`,
    widthPt: widthMm * POINTS_PER_MM,
    heightPt: heightMm * POINTS_PER_MM,
  };
}

/**
 * The smallest sheet of the page's own family that takes the block of pages, turned as the block
 * is.
 * @throws PublicationError `no-sheet-large-enough`
 */
export function nextLargerSheet(page: SizePt, block: SizePt): SheetFormat {
  for (const name of isAmerican(page) ? AMERICAN_FAMILY : ISO_FAMILY) {
    const turned = turnedToHold(named(name), block);
    if (turned !== undefined) return turned;
  }
  throw new PublicationError(
    "no-sheet-large-enough",
    `no common sheet takes pages of ${formatSize(page)} side by side: they need ${formatSize(block)}`,
    { hint: "name the sheet with --sheet, e.g. A3, and let --scale fit make the pages smaller" },
  );
}

/** The sheet so turned that the block fits, as the block lies if both ways do; or undefined. */
export function turnedToHold(sheet: SheetFormat, block: SizePt): SheetFormat | undefined {
  return [turnedLike(sheet, block), turnedAgainst(sheet, block)].find((each) => holds(each, block));
}

/** The sheet wide where the block is wide, and high where it is high. */
export function turnedLike(sheet: SheetFormat, block: SizePt): SheetFormat {
  return isWide(sheet) === isWide(block) ? sheet : turned(sheet);
}

function turnedAgainst(sheet: SheetFormat, block: SizePt): SheetFormat {
  return turned(turnedLike(sheet, block));
}

function turned(sheet: SheetFormat): SheetFormat {
  return { name: sheet.name, widthPt: sheet.heightPt, heightPt: sheet.widthPt };
}

export function isWide({ widthPt, heightPt }: SizePt): boolean {
  return widthPt >= heightPt;
}

function holds(outer: SizePt, inner: SizePt): boolean {
  return (
    inner.widthPt <= outer.widthPt + TOLERANCE_PT && inner.heightPt <= outer.heightPt + TOLERANCE_PT
  );
}

/** E.g. `148 × 210 mm`. */
export function formatSize({ widthPt, heightPt }: SizePt): string {
  const mm = (points: number): number => Math.round((points / POINTS_PER_MM) * 10) / 10;
  return `${mm(widthPt)} × ${mm(heightPt)} mm`;
}

function named(name: string): SheetFormat {
  const [widthMm, heightMm] = sizeMm(name);
  return { name, widthPt: widthMm * POINTS_PER_MM, heightPt: heightMm * POINTS_PER_MM };
}

function isAmerican(page: SizePt): boolean {
  const [short, long] = [page.widthPt, page.heightPt].sort((a, b) => a - b);
  return AMERICAN_PAGES_MM.some(([shortMm = 0, longMm = 0]) => {
    const isNear = (points: number | undefined, mm: number): boolean =>
      Math.abs((points ?? 0) - mm * POINTS_PER_MM) <= TOLERANCE_PT;
    return isNear(short, shortMm) && isNear(long, longMm);
  });
}
