/**
 * The rule of the least size of text, as it is printed: generated text and text of SVG pictures
 * included, transforms, zoom and the pictures' own scale counted. Superscripts and subscripts have
 * no allowance: who needs large print needs "1er" and a note's number as much. Input: pages as
 * plain data and the size; output: findings.
 */
import { findingOf } from "../verdict/judge-info.ts";
import { formatPoints, placeOfLine, placeOfText } from "./finding-words.ts";
import { LAYOUT_RULES, type LayoutFinding } from "./layout-info.ts";
import type { LaidOutPage } from "./page-layout.ts";

/** Rounding of lengths in layout and of scales. */
const TOLERANCE_PT = 0.05;

export function findSmallText(
  pages: readonly LaidOutPage[],
  smallestPt: number,
): readonly LayoutFinding[] {
  return pages.flatMap((page) =>
    [
      ...page.lines.map((line) => ({
        fontSizePt: line.fontSizePt,
        place: placeOfLine(page.number, line),
      })),
      ...page.generated.map((generated) => ({
        fontSizePt: generated.fontSizePt,
        place: placeOfText(page.number, generated, generated.text),
      })),
    ]
      .filter(({ fontSizePt }) => fontSizePt < smallestPt - TOLERANCE_PT)
      .map(({ fontSizePt, place }) =>
        findingOf(LAYOUT_RULES["small-text"], {
          ...place,
          message: `Some of this text is printed at ${formatPoints(fontSizePt)}; this edition needs ${smallestPt} pt.`,
        }),
      ),
  );
}
