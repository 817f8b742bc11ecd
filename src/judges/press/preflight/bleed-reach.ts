/**
 * Whether what touches the edge of the finished page goes on to the end of the bleed. Input: the ink
 * of a page and its boxes; output: for each side the stretch where ink ends too soon.
 *
 * Along a side every row of pixels is looked at from the trim outwards. Where ink lies on the edge,
 * it has to lie at the end of the bleed as well, or somewhere near it. A shape that ends too soon ends
 * in a line along the edge: a stretch counts only where ink ends at the same distance over a few
 * millimetres, so that circles and slanted shapes may run out as they were drawn. Sides without ink at
 * the trim need no bleed.
 */
import type { BoxPt } from "../../../pdf/geometry/box.ts";
import type { PixelBox, TotalInk } from "./total-ink.ts";

export interface ShortBleed {
  /** How far ink goes beyond the trim at least. */
  readonly reachMm: number;
  /** How much of the side, all such stretches together. */
  readonly lengthMm: number;
  /** The longest stretch, at the trim. */
  readonly boxPt: BoxPt;
}

const MM_PER_INCH = 25.4;
/** Samples of all separations together: less is paper, or the fringe of an edge. */
const INK = 6;
const LEAST_STRETCH_MM = 2;
/** Ink that ends this much before the bleed does is there. */
const SLACK_MM = 0.4;

/** A side: where its pixels begin, which way it runs, which way is out, and how long it is. */
interface Side {
  readonly start: readonly [x: number, y: number];
  readonly along: readonly [x: number, y: number];
  readonly out: readonly [x: number, y: number];
  readonly length: number;
  /** The part of the first pixel outside that the trim cuts off to its inside. */
  readonly gap: number;
  /** Room for bleed, in pixels and fractions. */
  readonly room: number;
}

export function shortBleeds(
  ink: TotalInk,
  boxes: { readonly trim: BoxPt; readonly bleed: BoxPt },
  bleedMm: number,
  dpi: number,
): readonly ShortBleed[] {
  const mmPerPixel = MM_PER_INCH / dpi;
  return sidesOf(ink, boxes.trim, boxes.bleed).flatMap((side) => {
    const wanted = Math.min(side.room, bleedMm / mmPerPixel);
    const enough = wanted - SLACK_MM / mmPerPixel;
    // A side without bleed is reported by its boxes.
    if (enough < 1) return [];
    const depth = Math.ceil(wanted + side.gap);
    const least = Math.ceil(enough + side.gap);
    const reaches = Array.from({ length: side.length }, (_, at) => reachAt(ink, side, at, depth));
    const stretches = flatStretches(reaches, least, LEAST_STRETCH_MM / mmPerPixel);
    const [longest] = [...stretches].sort((a, b) => b.end - b.start - (a.end - a.start));
    if (longest === undefined) return [];
    const pixels = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
    const reach = Math.min(...stretches.map((stretch) => stretch.reach));
    return [
      {
        // Somewhere in its last pixel ink ends.
        reachMm: Math.max(0, reach - side.gap - 0.5) * mmPerPixel,
        lengthMm: pixels * mmPerPixel,
        boxPt: ink.boxOf(pixelsOf(side, longest)),
      },
    ];
  });
}

function sidesOf(ink: TotalInk, trimPt: BoxPt, bleedPt: BoxPt): readonly Side[] {
  const pixels = ink.pixelsWithin(trimPt);
  const [trim, bleed] = [ink.inPixels(trimPt), ink.inPixels(bleedPt)];
  const [width, height] = [pixels.right - pixels.left, pixels.bottom - pixels.top];
  return [
    {
      start: [pixels.left, pixels.top],
      along: [0, 1],
      out: [-1, 0],
      length: height,
      gap: pixels.left - trim.left,
      room: trim.left - bleed.left,
    },
    {
      start: [pixels.right - 1, pixels.top],
      along: [0, 1],
      out: [1, 0],
      length: height,
      gap: trim.right - pixels.right,
      room: bleed.right - trim.right,
    },
    {
      start: [pixels.left, pixels.top],
      along: [1, 0],
      out: [0, -1],
      length: width,
      gap: pixels.top - trim.top,
      room: trim.top - bleed.top,
    },
    {
      start: [pixels.left, pixels.bottom - 1],
      along: [1, 0],
      out: [0, 1],
      length: width,
      gap: trim.bottom - pixels.bottom,
      room: bleed.bottom - trim.bottom,
    },
  ];
}

/** How many pixels beyond the trim the last ink is; undefined where none lies on the edge. */
function reachAt(
  ink: TotalInk,
  { start, along, out }: Side,
  at: number,
  depth: number,
): number | undefined {
  const sample = (outwards: number): number =>
    ink.at(
      start[0] + along[0] * at + out[0] * outwards,
      start[1] + along[1] * at + out[1] * outwards,
    );
  if (sample(0) <= INK) return undefined;
  for (let outwards = depth; outwards > 0; outwards--) {
    if (sample(outwards) > INK) return outwards;
  }
  return 0;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly reach: number;
}

/** Where the reach is too small and stays the same, to a pixel, for long enough. */
function flatStretches(
  reaches: readonly (number | undefined)[],
  least: number,
  shortest: number,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  let [low, high] = [Infinity, -Infinity];
  const close = (end: number): void => {
    if (end - start >= shortest) stretches.push({ start, end, reach: low });
    [low, high] = [Infinity, -Infinity];
    start = end;
  };
  for (const [at, reach] of reaches.entries()) {
    const isShort = reach !== undefined && reach < least;
    if (!isShort) {
      close(at);
      start = at + 1;
      continue;
    }
    if (Math.max(high, reach) - Math.min(low, reach) > 1) close(at);
    low = Math.min(low, reach);
    high = Math.max(high, reach);
  }
  close(reaches.length);
  return stretches;
}

function pixelsOf({ start, along }: Side, { start: from, end }: Stretch): PixelBox {
  const [left, top] = [start[0] + along[0] * from, start[1] + along[1] * from];
  return {
    left,
    top,
    right: left + 1 + along[0] * (end - from - 1),
    bottom: top + 1 + along[1] * (end - from - 1),
  };
}
