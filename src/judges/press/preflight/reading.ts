/**
 * What the rules of preflight look at. Input: an open PDF and what is demanded of it; output: its
 * facts, what its pages paint, and the boxes that things are measured from. It judges nothing.
 */
import { walkPages } from "../../../pdf/paint/walk-page.ts";
import type { PaintedPage } from "../../../pdf/paint/painted.ts";
import {
  readDocumentFacts,
  type DocumentFacts,
  type PageFacts,
} from "../../../pdf/document/document-facts.ts";
import type { BoxPt } from "../../../pdf/geometry/box.ts";
import type { PdfDocument } from "../../../pdf/objects/open-pdf.ts";
import { readPressIntent, type PressIntent } from "./press-intent.ts";

export interface PressDemands {
  /** Undefined: any size, but the same for all pages. */
  readonly trim?: { readonly widthMm: number; readonly heightMm: number };
  readonly bleedMm: number;
  /** The most ink in one place, 1 for each ink: 3 is 300 %. */
  readonly inkLimit: number;
  /** Pages come in multiples of this: 4 for sheets that are folded, 1 for any number. */
  readonly pageMultiple: number;
  /** Text that is nearer to the trim is reported. */
  readonly safeMm: number;
  /** Pictures of less are refused; those of one bit a pixel need four times as much. */
  readonly smallestDpi: number;
  /** Pictures of less are for a person to look at. */
  readonly wantedDpi: number;
  /** Thinner strokes are reported. */
  readonly hairlinePt: number;
}

export interface PressPage extends PaintedPage {
  readonly facts: PageFacts;
  /** The finished page: the trim box, or what stands in for it. */
  readonly trim: BoxPt;
  /** Never smaller than the trim. */
  readonly bleed: BoxPt;
}

export interface PreflightReading {
  readonly pdf: PdfDocument;
  readonly demands: PressDemands;
  readonly facts: DocumentFacts;
  readonly intent: PressIntent;
  readonly pages: readonly PressPage[];
}

export const POINTS_PER_MM = 72 / 25.4;

export function readForPreflight(pdf: PdfDocument, demands: PressDemands): PreflightReading {
  const facts = readDocumentFacts(pdf);
  const painted = walkPages(pdf);
  return {
    pdf,
    demands,
    facts,
    intent: readPressIntent(pdf),
    pages: facts.pages.flatMap((page, index): readonly PressPage[] => {
      const content = painted[index];
      if (content === undefined) return [];
      const { media, crop, bleed, trim, art } = page.boxes;
      const finished = trim ?? art ?? crop ?? media;
      return [{ ...content, facts: page, trim: finished, bleed: bleed ?? finished }];
    }),
  };
}
