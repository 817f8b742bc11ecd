/**
 * What stands outside the bleed: crop marks, registration marks, colour bar and slug line. Input: a
 * page's boxes and what the slug says; output: a content stream. It makes no resources: see
 * `mark-resources.ts` for the names it refers to.
 */
import type { MarkFont } from "./mark-resources.ts";
import { POINTS_PER_MM, rounded, type PressBoxes } from "./press-boxes.ts";

export interface MarkChoice {
  readonly crop: boolean;
  readonly registration: boolean;
  readonly colourBar: boolean;
  readonly slug: boolean;
}

export interface SlugText {
  /** E.g. title and page. */
  readonly first: string;
  /** E.g. date and profile. */
  readonly second: string;
}

/** Room for marks on each side of the sheet. */
export const MARKS_MARGIN_PT = 10 * POINTS_PER_MM;

const LINE_PT = 0.25;
/** How far from the trim crop marks begin at least, and how far from the bleed. */
const FROM_TRIM_PT = 3 * POINTS_PER_MM;
const FROM_BLEED_PT = 1 * POINTS_PER_MM;
const CROP_LENGTH_PT = 5 * POINTS_PER_MM;
const TARGET_RADIUS_PT = 1.75 * POINTS_PER_MM;
const TARGET_CROSS_PT = 3 * POINTS_PER_MM;
const PATCH_PT = 5 * POINTS_PER_MM;
const SLUG_SIZE_PT = 5.5;

/** Full inks, their halves, their overprints: percent of C, M, Y, K. */
const PATCHES = [
  "1 0 0 0",
  "0 1 0 0",
  "0 0 1 0",
  "0 0 0 1",
  "0.5 0 0 0",
  "0 0.5 0 0",
  "0 0 0.5 0",
  "0 0 0 0.5",
  "1 1 0 0",
  "1 0 1 0",
  "0 1 1 0",
  "1 1 1 0",
] as const;

const SEPARATIONS = [
  ["Cyan", "1 0 0 0"],
  ["Magenta", "0 1 0 0"],
  ["Yellow", "0 0 1 0"],
  ["Black", "0 0 0 1"],
] as const;

export function drawMarks(
  boxes: PressBoxes,
  choice: MarkChoice,
  slug: SlugText,
  font: MarkFont | undefined,
): string {
  return [
    "q",
    `/PressKnockout gs /PressAll CS 1 SCN /PressAll cs 1 scn ${LINE_PT} w`,
    ...(choice.crop ? cropMarks(boxes) : []),
    ...(choice.registration ? registrationMarks(boxes) : []),
    ...(choice.slug && font !== undefined ? slugLine(boxes, slug, font) : []),
    ...(choice.colourBar ? colourBar(boxes) : []),
    "Q",
    "",
  ].join("\n");
}

function cropMarks({ bleed, trim }: PressBoxes): string[] {
  const right = trim.xPt + trim.widthPt;
  const top = trim.yPt + trim.heightPt;
  const start = (trimEdge: number, bleedEdge: number): number =>
    Math.max(Math.abs(bleedEdge - trimEdge) + FROM_BLEED_PT, FROM_TRIM_PT);
  const left = trim.xPt - start(trim.xPt, bleed.xPt);
  const below = trim.yPt - start(trim.yPt, bleed.yPt);
  const beyond = right + start(right, bleed.xPt + bleed.widthPt);
  const above = top + start(top, bleed.yPt + bleed.heightPt);
  const vertical = [trim.xPt, right].flatMap((x) => [
    line(x, below, x, below - CROP_LENGTH_PT),
    line(x, above, x, above + CROP_LENGTH_PT),
  ]);
  const horizontal = [trim.yPt, top].flatMap((y) => [
    line(left, y, left - CROP_LENGTH_PT, y),
    line(beyond, y, beyond + CROP_LENGTH_PT, y),
  ]);
  return [...vertical, ...horizontal];
}

/** One in the middle of each side, in the middle of its margin. */
function registrationMarks({ bleed, trim }: PressBoxes): string[] {
  const half = MARKS_MARGIN_PT / 2;
  const x = trim.xPt + trim.widthPt / 2;
  const y = trim.yPt + trim.heightPt / 2;
  return [
    ...target(x, bleed.yPt - half),
    ...target(x, bleed.yPt + bleed.heightPt + half),
    ...target(bleed.xPt - half, y),
    ...target(bleed.xPt + bleed.widthPt + half, y),
  ];
}

function target(x: number, y: number): string[] {
  const r = TARGET_RADIUS_PT;
  // The usual four curves of a circle.
  const k = r * 0.5523;
  const curve = (...points: number[]): string => `${points.map(rounded).join(" ")} c`;
  return [
    `${rounded(x + r)} ${rounded(y)} m`,
    curve(x + r, y + k, x + k, y + r, x, y + r),
    curve(x - k, y + r, x - r, y + k, x - r, y),
    curve(x - r, y - k, x - k, y - r, x, y - r),
    curve(x + k, y - r, x + r, y - k, x + r, y),
    "S",
    line(x - TARGET_CROSS_PT, y, x + TARGET_CROSS_PT, y),
    line(x, y - TARGET_CROSS_PT, x, y + TARGET_CROSS_PT),
  ];
}

/** Above the page, left of the middle. */
function colourBar({ bleed, trim }: PressBoxes): string[] {
  const patch = Math.min(PATCH_PT, roomBeside(trim.widthPt) / PATCHES.length);
  if (patch < 1) return [];
  const y = bleed.yPt + bleed.heightPt + (MARKS_MARGIN_PT - patch) / 2;
  return PATCHES.map((ink, index) => {
    const x = trim.xPt + FROM_TRIM_PT + index * patch;
    return `${ink} k ${[x, y, patch, patch].map(rounded).join(" ")} re f`;
  });
}

/** Below the page: what it is on the left of the middle, the separations' names on the right. */
function slugLine({ bleed, trim }: PressBoxes, slug: SlugText, font: MarkFont): string[] {
  const room = roomBeside(trim.widthPt);
  const x = trim.xPt + FROM_TRIM_PT;
  const y = bleed.yPt - MARKS_MARGIN_PT / 2;
  const lines = [slug.first, slug.second].map((text, index) => {
    const width = font.widthOf(text) * SLUG_SIZE_PT;
    const size = SLUG_SIZE_PT * Math.min(1, width > 0 ? room / width : 1);
    return show(text, x, y + (index === 0 ? 2 : -5), size, font);
  });
  let at = trim.xPt + trim.widthPt / 2 + TARGET_CROSS_PT + FROM_TRIM_PT;
  const names = SEPARATIONS.map(([name, ink]) => {
    const size = Math.min(SLUG_SIZE_PT, (SLUG_SIZE_PT * room) / (15 * SLUG_SIZE_PT));
    const shown = `${ink} k ${show(name, at, y - 1.5, size, font)}`;
    at += (font.widthOf(name) + 0.6) * size;
    return shown;
  });
  return [...lines, ...names];
}

function roomBeside(trimWidthPt: number): number {
  return Math.max(0, trimWidthPt / 2 - TARGET_CROSS_PT - 2 * FROM_TRIM_PT);
}

function show(text: string, x: number, y: number, sizePt: number, font: MarkFont): string {
  const place = `${rounded(x)} ${rounded(y)}`;
  return `BT /PressMarks ${rounded(sizePt)} Tf ${place} Td ${font.encode(text)} Tj ET`;
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${rounded(x1)} ${rounded(y1)} m ${rounded(x2)} ${rounded(y2)} l S`;
}
