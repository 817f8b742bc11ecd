/**
 * Many things of one kind on a page are one finding: browsers paint letter by letter. Input: painted
 * things; output: lines of text instead of letters, and groups of things with the same fault.
 */
import { overlap, union, type BoxPt } from "../../../pdf/geometry/box.ts";
import type { Paint, PaintedText, PaintedThing } from "../../../pdf/paint/painted.ts";
import { placeOf } from "./place.ts";
import type { PressPage } from "./reading.ts";
import { violation, type Violation } from "./rule.ts";
import type { PreflightRule } from "./rules/press-rules.ts";

/** What is printed within the bleed: no masks, and no marks that stand outside. */
export function printedThings({ things, bleed }: PressPage): readonly PaintedThing[] {
  return things.filter(({ isInMask, boxPt }) => !isInMask && overlap(boxPt, bleed));
}

/** Gaps of more than this part of the type size are spaces, and of more than a few ends of lines. */
const SPACE_EM = 0.15;
const LINE_END_EM = 2;

/** Pieces of text that stand in one line in one style, joined. */
export function linesOf(things: readonly PaintedThing[]): readonly PaintedText[] {
  const lines: PaintedText[] = [];
  for (const thing of things) {
    if (thing.kind !== "text") continue;
    const last = lines.at(-1);
    if (last === undefined || !continues(last, thing)) {
      lines.push(thing);
      continue;
    }
    const gap = thing.boxPt[0] - last.boxPt[2];
    lines[lines.length - 1] = {
      ...last,
      text: `${last.text}${gap > SPACE_EM * last.sizePt ? " " : ""}${thing.text}`,
      boxPt: union(last.boxPt, thing.boxPt),
      hasMissingGlyph: last.hasMissingGlyph || thing.hasMissingGlyph,
    };
  }
  return lines;
}

/** All things, with lines of text in place of letters, and those first. */
export function withLines(things: readonly PaintedThing[]): readonly PaintedThing[] {
  return [...linesOf(things), ...things.filter(({ kind }) => kind !== "text")];
}

function continues(line: PaintedText, next: PaintedText): boolean {
  const slack = line.sizePt * SPACE_EM;
  const gap = next.boxPt[0] - line.boxPt[2];
  return (
    line.font === next.font &&
    line.isTile === next.isTile &&
    line.isInvisible === next.isInvisible &&
    Math.abs(line.sizePt - next.sizePt) < 0.01 &&
    Math.abs(line.boxPt[1] - next.boxPt[1]) < slack &&
    Math.abs(gap) < LINE_END_EM * line.sizePt &&
    line.paints.length === next.paints.length &&
    line.paints.every((paint, index) => isSamePaint(paint, next.paints[index]))
  );
}

function isSamePaint(paint: Paint, other: Paint | undefined): boolean {
  return (
    paint.colour.space.kind === other?.colour.space.kind &&
    paint.colour.components.join() === other.colour.components.join() &&
    paint.overprints === other.overprints &&
    paint.overprintMode === other.overprintMode &&
    paint.alpha === other.alpha
  );
}

interface Placed {
  readonly boxPt: BoxPt;
  readonly text?: string;
}

/**
 * A violation for each different fault on the page, reported at the first place.
 * @param faultOf what is particular about the fault, or undefined for a thing without.
 */
export function violationsOf<Thing extends Placed>(
  rule: PreflightRule,
  page: PressPage,
  things: readonly Thing[],
  faultOf: (thing: Thing) => string | undefined,
): readonly Violation[] {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const fault = faultOf(thing);
    if (fault === undefined) continue;
    const known = groups.get(fault);
    if (known === undefined) groups.set(fault, [thing]);
    else known.push(thing);
  }
  return [...groups].flatMap(([fault, [first, ...others]]) => {
    if (first === undefined) return [];
    const more = others.length > 0 ? `, and ${others.length} more on the page` : "";
    return [violation(rule, `${placeOf(page, first.boxPt, first.text)}${more}`, fault)];
  });
}
