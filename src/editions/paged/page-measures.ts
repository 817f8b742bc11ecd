/**
 * The measures of an edition's pages, of which its print source tells the style sheet, and to which
 * pictures are fitted. Input: an edition that is laid out in pages. Pure.
 */
import { pageFormat, type PageSizeMm } from "../../publication/fields/page-formats.ts";
import { factsOf, type PagedEdition } from "../kinds.ts";

export interface PageMeasures extends PageSizeMm {
  /** Size of running text, from which the stylesheet takes all others. */
  readonly typeSizePt: number;
  /** How far colour goes beyond the page. */
  readonly bleedMm: number;
}

export function measuresOf(edition: PagedEdition): PageMeasures {
  const { widthMm, heightMm } = pageFormat(edition.format);
  return {
    widthMm,
    heightMm,
    typeSizePt: edition.typeSize,
    bleedMm: factsOf(edition.kind).pages?.bleedMm(edition) ?? 0,
  };
}

/** The sheet that a page is cut out of. */
export function sheetSizeOf(edition: PagedEdition): PageSizeMm {
  const { widthMm, heightMm, bleedMm } = measuresOf(edition);
  return { widthMm: widthMm + 2 * bleedMm, heightMm: heightMm + 2 * bleedMm };
}
