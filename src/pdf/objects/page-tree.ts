/**
 * Walks the page tree (ISO 32000-1 §7.7.3). Input: the catalog; output: the page objects in order
 * with what they inherit. Cycles and endless trees are cut off. It reads no page content.
 */
import { grouped, MOST_PAGE_TREE_DEPTH, MOST_PAGES, overLimit } from "../limits.ts";
import { PDFRef, type PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import type { PdfObjects } from "./pdf-objects.ts";

export interface PageObject {
  readonly reference: PDFRef | undefined;
  readonly dict: PDFDict;
  /** The nearest value of an inheritable key, e.g. `MediaBox`, resolved. */
  inherited(key: string): PDFObject | undefined;
}

/** Pages, and the nodes between them. */
const MOST_KIDS = 2 * MOST_PAGES;

/** @throws PublicationError `pdf-too-large`. */
export function readPages(objects: PdfObjects, catalog: PDFDict): readonly PageObject[] {
  const pages: PageObject[] = [];
  const seen = new Set<PDFDict>();
  let kidCount = 0;
  visit(objects.getRaw(catalog, "Pages"), []);
  return pages;

  function visit(object: PDFObject | undefined, parents: readonly PDFDict[]): void {
    const dict = objects.dict(object);
    // Other readers show a page as often as it is named.
    kidCount += 1;
    if (pages.length >= MOST_PAGES || kidCount > MOST_KIDS) {
      throw overLimit(`has more than ${grouped(MOST_PAGES)} pages`, "structure");
    }
    if (dict === undefined || seen.has(dict) || parents.length > MOST_PAGE_TREE_DEPTH) return;
    seen.add(dict);
    const kids = objects.get(dict, "Kids");
    if (objects.isArray(kids) && objects.name(objects.get(dict, "Type")) !== "Page") {
      for (const kid of objects.items(kids)) visit(kid, [dict, ...parents]);
      return;
    }
    pages.push({
      reference: object instanceof PDFRef ? object : undefined,
      dict,
      inherited(key) {
        for (const holder of [dict, ...parents]) {
          const value = objects.get(holder, key);
          if (value !== undefined) return value;
        }
        return undefined;
      },
    });
  }
}
