/**
 * Where on the finished page something is, in words: millimetres from the trim, as a person measures
 * who holds the page upright. Input: a page and a box; output: a phrase for findings.
 */
import type { BoxPt } from "../../../pdf/geometry/box.ts";
import { POINTS_PER_MM, type PressPage } from "./reading.ts";

const QUOTED_LENGTH = 40;

/** E.g. `page 3, 12 mm from the left, 40 mm from the top, text “Rapport”`. */
export function placeOf(page: PressPage, box: BoxPt, text = ""): string {
  const [left, top] = fromTrim(page, box).map((length) => Math.round(length / POINTS_PER_MM));
  const place = `page ${page.page}, ${left ?? 0} mm from the left, ${top ?? 0} mm from the top`;
  return text.trim() === "" ? place : `${place}, text ${quoted(text)}`;
}

/** How far the box's left and upper edges are from the trim's, the page turned as it is shown. */
function fromTrim({ trim, facts }: PressPage, box: BoxPt): readonly [number, number] {
  switch (facts.rotate) {
    case 90:
      return [box[1] - trim[1], box[0] - trim[0]];
    case 180:
      return [trim[2] - box[2], box[1] - trim[1]];
    case 270:
      return [trim[3] - box[3], trim[2] - box[2]];
    default:
      return [box[0] - trim[0], trim[3] - box[3]];
  }
}

function quoted(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return `“${line.length > QUOTED_LENGTH ? `${line.slice(0, QUOTED_LENGTH)}…` : line}”`;
}

/** A length in millimetres with one decimal. */
export function inMm(lengthPt: number): string {
  return `${Math.round((lengthPt / POINTS_PER_MM) * 10) / 10} mm`;
}

export function inPercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
