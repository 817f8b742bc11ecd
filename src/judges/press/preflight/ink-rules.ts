/**
 * Rules about the inks of text and lines: separations never meet exactly, so what is fine is of one ink
 * and prints over what is below. What is outside the bleed is let be. ISO 32000-1 §8.6.7; GWG 2015
 * asks for much the same.
 */
import type { Paint, PaintedThing } from "../../../pdf/paint/painted.ts";
import { builtBlack, inkCount, isFullBlack, isWhite, reallyOverprints } from "./black.ts";
import { paintsOf } from "./colour-rules.ts";
import { violationsOf, linesOf, printedThings, withLines } from "./gather.ts";
import type { PreflightReading, PressPage } from "./reading.ts";
import { type Violation } from "./rule.ts";
import { INK_RULES } from "./rules/ink.ts";

/** As broad a black shape as the press stage takes for a rule: see docs/decisions/press-colour.md. */
const RULE_PT = 2;
const SMALL_TEXT_PT = 9;
/** Sizes come from pixels, with few decimals. */
const SIZE_SLACK_PT = 0.05;
/** Ink that is enough to be seen beside a letter. */
const VISIBLE_INK = 0.1;

export function judgeInks({ pages }: PreflightReading): readonly Violation[] {
  return pages.flatMap(judgePage);
}

function judgePage(page: PressPage): readonly Violation[] {
  const printed = printedThings(page).filter(
    (thing) => !(thing.kind === "text" && thing.isInvisible),
  );
  const texts = linesOf(printed);
  const rules = printed.filter(
    (thing) =>
      (thing.kind === "stroke" && thing.widthPt <= RULE_PT) ||
      (thing.kind === "fill" && thing.breadthPt <= RULE_PT),
  );
  return [
    ...violationsOf(INK_RULES["black-text-inks"], page, texts, firstOf(builtBlack)),
    ...violationsOf(INK_RULES["black-rule-inks"], page, rules, firstOf(builtBlack)),
    ...violationsOf(INK_RULES["black-text-overprint"], page, texts, firstOf(knockedOut)),
    ...violationsOf(INK_RULES["black-rule-overprint"], page, rules, firstOf(knockedOut)),
    ...violationsOf(INK_RULES["white-overprint"], page, withLines(printed), (thing) =>
      paintsOf(thing).some(vanishes) ? NAMES[thing.kind] : undefined,
    ),
    ...violationsOf(INK_RULES["small-text-inks"], page, texts, ({ sizePt, paints }) =>
      sizePt < SMALL_TEXT_PT - SIZE_SLACK_PT &&
      paints.some((paint) => inkCount(paint, VISIBLE_INK) >= 3)
        ? `${Math.round(sizePt * 10) / 10} pt`
        : undefined,
    ),
  ];
}

const NAMES = {
  text: "text",
  fill: "paint",
  stroke: "lines",
  picture: "paint",
  shading: "paint",
} as const;

function firstOf(
  faultOf: (paint: Paint) => string | undefined,
): (thing: PaintedThing) => string | undefined {
  return (thing) =>
    paintsOf(thing)
      .filter(({ alpha }) => alpha > 0)
      .map(faultOf)
      .find((fault) => fault !== undefined);
}

/** What is half transparent lets the ground through in any case. */
function knockedOut(paint: Paint): string | undefined {
  if (!isFullBlack(paint) || paint.alpha < 1 || reallyOverprints(paint)) return undefined;
  if (!paint.overprints) return "";
  return paint.colour.space.kind === "gray"
    ? ", though it is set to overprint: DeviceGray does not"
    : ", though it is set to overprint: its mode is 0";
}

/**
 * White that leaves what is below. Gray counts as well, which by the standard knocks out: machines
 * that take it for black ink let it vanish.
 */
function vanishes(paint: Paint): boolean {
  const leaves =
    reallyOverprints(paint) || (paint.overprints && paint.colour.space.kind === "gray");
  return paint.alpha > 0 && isWhite(paint) && leaves;
}
