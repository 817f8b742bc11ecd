/**
 * Walks the page tree (ISO 32000-1 §7.7.3). Input: the catalog; output: the page objects in order
 * with what they inherit. Cycles and endless trees are cut off. It reads no page content.
 */
import { PDFRef, type PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import type { PdfObjects } from "./pdf-objects.ts";

export interface PageObject {
  readonly reference: PDFRef | undefined;
  readonly dict: PDFDict;
  /** The nearest value of an inheritable key, e.g. `MediaBox`, resolved. */
  inherited(key: string): PDFObject | undefined;
}

const MAX_DEPTH = 64;
const MAX_PAGES = 100_000;

export function readPages(objects: PdfObjects, catalog: PDFDict): readonly PageObject[] {
  const pages: PageObject[] = [];
  const seen = new Set<PDFDict>();
  visit(objects.getRaw(catalog, "Pages"), []);
  return pages;

  function visit(object: PDFObject | undefined, parents: readonly PDFDict[]): void {
    const dict = objects.dict(object);
    if (dict === undefined || seen.has(dict)) return;
    if (parents.length > MAX_DEPTH || pages.length >= MAX_PAGES) return;
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
