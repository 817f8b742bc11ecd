/**
 * Reads the document outline, which viewers show as bookmarks (ISO 32000-1 §12.3.3). Input: an open
 * PDF; output: a tree of titles and pages. Cycles and endless lists are cut off.
 */
import type { PDFDict, PDFObject } from "@cantoo/pdf-lib";
import { linkTarget } from "./destinations.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";
import { MOST_OUTLINE_DEPTH, MOST_BOOKMARKS } from "../limits.ts";

export interface Bookmark {
  readonly title: string;
  /** The page it leads to, counted from 1; absent where it leads nowhere in the file. */
  readonly page?: number;
  readonly kids: readonly Bookmark[];
}

export function readOutline(pdf: PdfDocument): readonly Bookmark[] {
  const { objects } = pdf;
  const seen = new Set<PDFDict>();
  return siblings(objects.get(objects.dict(objects.get(pdf.catalog, "Outlines")), "First"), 0);

  function siblings(first: PDFObject | undefined, depth: number): readonly Bookmark[] {
    const list: Bookmark[] = [];
    let dict = objects.dict(first);
    while (dict !== undefined && !seen.has(dict) && seen.size < MOST_BOOKMARKS) {
      seen.add(dict);
      const { page } = linkTarget(pdf, dict);
      list.push({
        title: objects.text(objects.get(dict, "Title")) ?? "",
        ...(page === undefined ? {} : { page }),
        kids: depth < MOST_OUTLINE_DEPTH ? siblings(objects.get(dict, "First"), depth + 1) : [],
      });
      dict = objects.dict(objects.get(dict, "Next"));
    }
    return list;
  }
}
