/**
 * Rules about pages: their boxes, size, number, and annotations on them. ISO 15930-7; ISO 32000-1
 * §14.11.2. What pages paint is others' job.
 */
import { contains, overlap } from "../../../pdf/geometry/box.ts";
import { readAnnotations } from "../../../pdf/document/annotations.ts";
import { inMm } from "./place.ts";
import { POINTS_PER_MM, type PreflightReading, type PressPage } from "./reading.ts";
import { violation, type Violation } from "./rule.ts";
import { PAGE_RULES } from "./rules/page.ts";

const SIZE_SLACK_PT = 0.1 * POINTS_PER_MM;
/** Boxes are written with few decimals. */
const BOX_SLACK_PT = 0.01;

/** Annotations that belong to the press (ISO 32000-1 §14.11.3, §14.11.6). */
const PRESS_ANNOTATIONS: ReadonlySet<string> = new Set(["PrinterMark", "TrapNet"]);

export function judgePages(reading: PreflightReading): readonly Violation[] {
  return [
    ...judgeCount(reading),
    ...judgeSizes(reading),
    ...reading.pages.flatMap((page) => [
      ...judgeBoxes(page),
      ...judgeBleedRoom(page, reading.demands.bleedMm),
    ]),
    ...judgeAnnotations(reading),
  ];
}

function judgeCount({ pages, demands }: PreflightReading): readonly Violation[] {
  const { pageMultiple } = demands;
  if (pages.length % pageMultiple === 0) return [];
  const detail = `${pages.length} pages, which is no multiple of ${pageMultiple}`;
  return [violation(PAGE_RULES["page-count"], "document", detail)];
}

function judgeSizes({ pages, demands }: PreflightReading): readonly Violation[] {
  const sizes = pages.map(sizeOf);
  const wanted =
    demands.trim === undefined
      ? sizes[0]
      : ([demands.trim.widthMm * POINTS_PER_MM, demands.trim.heightMm * POINTS_PER_MM] as const);
  if (wanted === undefined) return [];
  return pages.flatMap((page, index) => {
    const size = sizes[index] ?? wanted;
    const isRight = size.every(
      (length, side) => Math.abs(length - (wanted[side] ?? 0)) <= SIZE_SLACK_PT,
    );
    if (isRight) return [];
    const other = demands.trim === undefined ? "page 1 is" : "the print shop expects";
    const detail = `${inWords(size)}, and ${other} ${inWords(wanted)}`;
    return [violation(PAGE_RULES["page-size"], `page ${page.page}`, detail)];
  });
}

/** Width and height as the page is shown. */
function sizeOf({ trim, facts }: PressPage): readonly [number, number] {
  const [width, height] = [trim[2] - trim[0], trim[3] - trim[1]];
  return facts.rotate % 180 === 90 ? [height, width] : [width, height];
}

function inWords([width, height]: readonly [number, number]): string {
  return `${inMm(width)} by ${inMm(height)}`;
}

function judgeBoxes({ page, facts }: PressPage): readonly Violation[] {
  const { media, crop, bleed, trim, art } = facts.boxes;
  const where = `page ${page}`;
  const missing =
    trim !== undefined && art !== undefined
      ? "it has a TrimBox and an ArtBox"
      : trim === undefined && art === undefined
        ? "it has no TrimBox"
        : undefined;
  const finished = trim ?? art;
  const outside = [
    ...(finished !== undefined && bleed !== undefined && !contains(bleed, finished, BOX_SLACK_PT)
      ? ["The trim box goes beyond the bleed box"]
      : []),
    ...(finished !== undefined && !contains(media, finished, BOX_SLACK_PT)
      ? ["The trim box goes beyond the media box"]
      : []),
    ...(bleed !== undefined && !contains(media, bleed, BOX_SLACK_PT)
      ? ["The bleed box goes beyond the media box"]
      : []),
  ];
  const isCut =
    crop !== undefined && finished !== undefined && !contains(crop, finished, BOX_SLACK_PT);
  return [
    ...(missing === undefined ? [] : [violation(PAGE_RULES["page-boxes"], where, missing)]),
    ...outside.map((detail) => violation(PAGE_RULES["box-nesting"], where, detail)),
    ...(isCut ? [violation(PAGE_RULES["crop-box"], where)] : []),
  ];
}

function judgeBleedRoom({ page, trim, bleed }: PressPage, bleedMm: number): readonly Violation[] {
  const least = Math.min(
    trim[0] - bleed[0],
    trim[1] - bleed[1],
    bleed[2] - trim[2],
    bleed[3] - trim[3],
  );
  if (least >= bleedMm * POINTS_PER_MM - BOX_SLACK_PT) return [];
  const detail = `on one side or more: ${inMm(Math.max(0, least))}, ${bleedMm} mm wanted`;
  return [violation(PAGE_RULES["bleed-room"], `page ${page}`, detail)];
}

function judgeAnnotations({ pdf, pages }: PreflightReading): readonly Violation[] {
  return readAnnotations(pdf).flatMap(({ page, subtype, rectPt }) => {
    const bleed = pages[page - 1]?.bleed;
    if (bleed === undefined || PRESS_ANNOTATIONS.has(subtype)) return [];
    const [a = 0, b = 0, c = 0, d = 0] = rectPt ?? bleed;
    const rect = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const;
    if (!overlap(rect, bleed)) return [];
    return [violation(PAGE_RULES["annotation-in-bleed"], `page ${page}`, subtype)];
  });
}
