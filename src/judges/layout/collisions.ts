/**
 * Rules of what is painted: nothing is cut off, and nothing is painted over something else. Input:
 * pages as plain data; output: findings.
 *
 * Text is compared by its ink, not by its boxes, which are taller than its letters and overlap in
 * any headline. A picture that lies under the whole of a text is its ground, whose contrast another
 * judge measures. What is decoration may lie on other pictures.
 */
import type { FoundPlace } from "../verdict/found-element.ts";
import { findingOf } from "../verdict/judge-info.ts";
import { inPoints, placeOfLine, placeOfText } from "./finding-words.ts";
import { LAYOUT_RULES, type LayoutFinding } from "./layout-info.ts";
import type { Edges, LaidOutPage, Line, Picture, Word } from "./page-layout.ts";

const sides = ["left", "top", "right", "bottom"] as const;
type Side = (typeof sides)[number];

/** Thinner than a hair line, and no letter loses its shape. */
const CLIP_TOLERANCE_PX = 1;
const OVERLAP_TOLERANCE_PX = 1.5;
/** Descenders and accents of close lines, not pictures, may come this near: a share of the lower ink. */
const OVERLAP_TOLERANCE_SHARE = 0.15;

export function findClipped(pages: readonly LaidOutPage[]): readonly LayoutFinding[] {
  return pages.flatMap((page) => [
    ...page.lines.flatMap((line) => clippedLine(page, line)),
    ...page.generated.flatMap((generated) => {
      const { boxes, clip, text } = generated;
      const place = placeOfText(page.number, generated, text);
      // Said once, in whatever lines it is.
      return boxes.flatMap((box) => clippedText(page, inner(box), clip, place)).slice(0, 1);
    }),
    ...page.pictures.flatMap((picture) => clippedPicture(page, picture)),
  ]);
}

function clippedLine(page: LaidOutPage, line: Line): readonly LayoutFinding[] {
  const place = placeOfLine(page.number, line);
  if (line.words.some((word) => word.isCutByShape)) {
    return [clipped(place, "A clip-path cuts some of this text off")];
  }
  const ink = line.words.map((word) => word.ink).reduce(join);
  return clippedText(page, ink, line.clip, place);
}

function clippedText(
  page: LaidOutPage,
  ink: Edges,
  clip: Edges,
  place: FoundPlace,
): readonly LayoutFinding[] {
  // The bleed is cut off.
  const [side, excess] = worstSide(ink, meet(clip, page.trim));
  if (excess <= CLIP_TOLERANCE_PX) return [];
  return [clipped(place, `${inPoints(excess)} of this text are cut off at its ${side}`)];
}

function clippedPicture(page: LaidOutPage, picture: Picture): readonly LayoutFinding[] {
  const { box, clip } = picture;
  const allowed = { ...clip };
  for (const side of sides) {
    // What reaches the edge of the sheet there is to be cut with the bleed.
    const isBleed = page.sheet[side] !== page.trim[side] && clip[side] === page.sheet[side];
    if (isBleed) allowed[side] = side === "left" || side === "top" ? -Infinity : Infinity;
  }
  const [side, excess] = worstSide(box, allowed);
  if (excess <= CLIP_TOLERANCE_PX) return [];
  const place = placeOfText(page.number, picture, "");
  return [clipped(place, `${inPoints(excess)} of this picture are cut off at its ${side}`)];
}

function clipped(place: FoundPlace, message: string): LayoutFinding {
  return findingOf(LAYOUT_RULES.clipped, { ...place, message: `${message}; nothing may be.` });
}

/** What is painted on a page, as collisions see it. */
interface Painted {
  readonly place: FoundPlace;
  /** Several where gaps between them may hold something else. */
  readonly inks: readonly Edges[];
  readonly whole: Edges;
  readonly picture: Picture | undefined;
  readonly line: Line | undefined;
}

export function findOverlaps(pages: readonly LaidOutPage[]): readonly LayoutFinding[] {
  return pages.flatMap((page) => {
    const painted = paintedOn(page);
    return painted.flatMap((one, index) =>
      painted.slice(index + 1).flatMap((other) => {
        if (belongTogether(one, other)) return [];
        const [across, down] = sharedBy(one, other);
        if (across === 0) return [];
        return [
          findingOf(LAYOUT_RULES.overlap, {
            ...one.place,
            message: `It lies on ${other.place.where}: they share ${inPoints(across)} by ${inPoints(down)}; nothing may.`,
          }),
        ];
      }),
    );
  });
}

function paintedOn(page: LaidOutPage): readonly Painted[] {
  return [
    ...page.lines.map((line) => {
      const inks = line.words.map(({ ink }: Word) => meet(ink, line.clip));
      const place = placeOfLine(page.number, line);
      return { place, inks, whole: inks.reduce(join), picture: undefined, line };
    }),
    ...page.generated.flatMap((generated) => {
      const { boxes, clip, text } = generated;
      if (boxes.length === 0) return [];
      const inks = boxes.map((box) => meet(inner(box), clip));
      const place = placeOfText(page.number, generated, text);
      return [{ place, inks, whole: inks.reduce(join), picture: undefined, line: undefined }];
    }),
    ...page.pictures.map((picture) => {
      const ink = meet(picture.box, picture.clip);
      const place = placeOfText(page.number, picture, "");
      return { place, inks: [ink], whole: ink, picture, line: undefined };
    }),
  ];
}

/** A line and its annotations; a picture and the text or the picture that it is the ground of. */
function belongTogether(one: Painted, other: Painted): boolean {
  if (one.line !== undefined && other.line !== undefined) {
    const kinds = [one.line.kind, other.line.kind];
    return one.line.block === other.line.block && kinds.includes("annotation");
  }
  const pictures = [one.picture, other.picture].filter((picture) => picture !== undefined);
  if (pictures.length === 0) return false;
  if (pictures.some(({ isWrapped }) => isWrapped)) return true;
  if (pictures.length === 2) {
    const areDecorated = pictures.some(({ isDecoration }) => isDecoration);
    return areDecorated || contains(one.whole, other.whole) || contains(other.whole, one.whole);
  }
  return one.picture === undefined
    ? contains(other.whole, one.whole)
    : contains(one.whole, other.whole);
}

/** Width and height of the largest part that two things share; zero where it does not count. */
function sharedBy(one: Painted, other: Painted): readonly [across: number, down: number] {
  if (!meets(one.whole, other.whole)) return [0, 0];
  const share =
    one.picture === undefined && other.picture === undefined ? OVERLAP_TOLERANCE_SHARE : 0;
  let worst: readonly [number, number] = [0, 0];
  for (const ink of one.inks) {
    for (const over of other.inks) {
      const { left, top, right, bottom } = meet(ink, over);
      const [across, down] = [right - left, bottom - top];
      const lower = Math.min(ink.bottom - ink.top, over.bottom - over.top);
      const tolerated = Math.max(OVERLAP_TOLERANCE_PX, lower * share);
      const counts = across > OVERLAP_TOLERANCE_PX && down > tolerated;
      if (counts && across * down > worst[0] * worst[1]) worst = [across, down];
    }
  }
  return worst;
}

/** Of a text whose ink is not known: its box without the room above and below letters. */
function inner(box: Edges): Edges {
  const room = (box.bottom - box.top) * 0.2;
  return { ...box, top: box.top + room, bottom: box.bottom - room };
}

function worstSide(box: Edges, allowed: Edges): readonly [side: Side, excess: number] {
  const excesses: readonly (readonly [Side, number])[] = [
    ["left", allowed.left - box.left],
    ["top", allowed.top - box.top],
    ["right", box.right - allowed.right],
    ["bottom", box.bottom - allowed.bottom],
  ];
  return excesses.reduce((worst, next) => (next[1] > worst[1] ? next : worst));
}

function contains(outer: Edges, inside: Edges): boolean {
  return worstSide(inside, outer)[1] <= OVERLAP_TOLERANCE_PX;
}

function meets(one: Edges, other: Edges): boolean {
  const { left, top, right, bottom } = meet(one, other);
  return right > left && bottom > top;
}

function meet(one: Edges, other: Edges): Edges {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

function join(one: Edges, other: Edges): Edges {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}
