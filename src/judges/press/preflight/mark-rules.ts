/**
 * Rules about what is too fine, too coarse or too near the edge: thin lines, pictures of few pixels,
 * text by the trim. What is outside the bleed is let be.
 */
import { contains, overlap } from "../../../pdf/geometry/box.ts";
import type { PaintedPicture, PaintedText, PaintedThing } from "../../../pdf/paint/painted.ts";
import { violationsOf, linesOf, printedThings } from "./gather.ts";
import { inMm, placeOf } from "./place.ts";
import {
  POINTS_PER_MM,
  type PreflightReading,
  type PressDemands,
  type PressPage,
} from "./reading.ts";
import { violation, type Violation } from "./rule.ts";
import { MARK_RULES } from "./rules/mark.ts";

/** Lines are drawn a little thinner by rounding. */
const LINE_SLACK_PT = 0.005;
/** Black or white pixels have no grays to soften their edges. */
const BITONAL_FACTOR = 4;
const NO_LENGTH_PT = 0.01;
const SAFE_SLACK_PT = 0.05 * POINTS_PER_MM;

export function judgeMarks({ pages, demands }: PreflightReading): readonly Violation[] {
  return pages.flatMap((page) => {
    const printed = printedThings(page);
    return [
      ...judgeHairlines(page, printed, demands),
      ...judgePictures(page, demands),
      ...judgeText(page, printed, demands),
    ];
  });
}

function judgeHairlines(
  page: PressPage,
  printed: readonly PaintedThing[],
  { hairlinePt }: PressDemands,
): readonly Violation[] {
  return violationsOf(MARK_RULES.hairline, page, printed, (thing) => {
    const widthPt = thicknessOf(thing);
    return widthPt < hairlinePt - LINE_SLACK_PT
      ? `${Math.round(widthPt * 100) / 100} pt`
      : undefined;
  });
}

function thicknessOf(thing: PaintedThing): number {
  switch (thing.kind) {
    case "stroke":
      return thing.paint.alpha > 0 ? thing.widthPt : Infinity;
    case "fill":
      return thing.paint.alpha > 0 ? thing.thinnestPt : Infinity;
    case "text":
      return thing.outlinePt ?? Infinity;
    default:
      return Infinity;
  }
}

function judgePictures(page: PressPage, demands: PressDemands): readonly Violation[] {
  // Those in masks as well: they draw the edges of what is printed.
  const pictures = page.things.flatMap((thing) =>
    thing.kind === "picture" && overlap(thing.boxPt, page.bleed) ? [thing] : [],
  );
  const lost = page.things.flatMap((thing) =>
    thing.kind === "picture" && sizeFault(thing) !== undefined ? [thing] : [],
  );
  const reported = (
    rule: "picture-resolution" | "picture-resolution-wanted",
  ): readonly Violation[] =>
    violationsOf(MARK_RULES[rule], page, pictures, (picture) => {
      if (sizeFault(picture) !== undefined) return undefined;
      const { dpi, isBitonal } = resolutionOf(picture);
      const factor = isBitonal ? BITONAL_FACTOR : 1;
      // Half a pixel of rounding in an inch is nothing that anyone sees.
      const isRefused = dpi < demands.smallestDpi * factor - 0.5;
      const isDoubtful = !isRefused && dpi < demands.wantedDpi * factor - 0.5;
      const isTold = rule === "picture-resolution" ? isRefused : isDoubtful;
      return isTold ? `${Math.round(dpi)} dpi${isBitonal ? " of one bit" : ""}` : undefined;
    });
  return [
    ...violationsOf(MARK_RULES["picture-without-size"], page, lost, sizeFault),
    ...reported("picture-resolution"),
    ...reported("picture-resolution-wanted"),
  ];
}

function sizeFault({ widthPx, heightPx, acrossPt, downPt }: PaintedPicture): string | undefined {
  if (widthPx <= 0 || heightPx <= 0) return "it has no pixels";
  return acrossPt < NO_LENGTH_PT || downPt < NO_LENGTH_PT
    ? "its place on the page is empty"
    : undefined;
}

/**
 * The coarser of the picture and its mask, in the direction in which it is coarser. A single pixel is
 * a colour and no picture.
 */
function resolutionOf(picture: PaintedPicture): {
  readonly dpi: number;
  readonly isBitonal: boolean;
} {
  const { acrossPt, downPt, mask } = picture;
  const layers = [picture, ...(mask === undefined ? [] : [mask])]
    .filter(({ widthPx, heightPx }) => widthPx * heightPx > 1)
    .map(({ widthPx, heightPx, isBitonal }) => ({
      dpi: Math.min((widthPx * 72) / acrossPt, (heightPx * 72) / downPt),
      isBitonal,
    }));
  const share = ({ dpi, isBitonal }: { dpi: number; isBitonal: boolean }): number =>
    isBitonal ? dpi / BITONAL_FACTOR : dpi;
  return layers.reduce((worst, layer) => (share(layer) < share(worst) ? layer : worst), {
    dpi: Infinity,
    isBitonal: false,
  });
}

function judgeText(
  page: PressPage,
  printed: readonly PaintedThing[],
  { safeMm }: PressDemands,
): readonly Violation[] {
  const { trim } = page;
  // Where a pattern repeats its letters is not known.
  const lines = linesOf(printed).filter(({ isTile, isInvisible }) => !isTile && !isInvisible);
  const cut = lines.filter(({ boxPt }) => !contains(trim, boxPt, SAFE_SLACK_PT));
  const near = lines.filter(
    (line) =>
      !cut.includes(line) && distanceToTrim(line, page) < safeMm * POINTS_PER_MM - SAFE_SLACK_PT,
  );
  const nearest = near.reduce<PaintedText | undefined>(
    (least, line) =>
      least === undefined || distanceToTrim(line, page) < distanceToTrim(least, page)
        ? line
        : least,
    undefined,
  );
  const more = near.length > 1 ? `, and ${near.length - 1} more on the page` : "";
  return [
    ...violationsOf(MARK_RULES["text-cut"], page, cut, () => ""),
    ...(nearest === undefined
      ? []
      : [
          violation(
            MARK_RULES["text-near-trim"],
            `${placeOf(page, nearest.boxPt, nearest.text)}${more}`,
            inMm(Math.max(0, distanceToTrim(nearest, page))),
          ),
        ]),
  ];
}

function distanceToTrim({ boxPt }: PaintedText, { trim }: PressPage): number {
  return Math.min(boxPt[0] - trim[0], boxPt[1] - trim[1], trim[2] - boxPt[2], trim[3] - boxPt[3]);
}
