/**
 * Resolves destinations and actions (ISO 32000-1 §12.3.2, §12.6.4) to page numbers and addresses.
 * Input: the `Dest` or `A` of an annotation or bookmark; output: a page counted from 1, or a URI as
 * written. It follows no link and judges no address.
 */
import { PDFRef, type PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import type { PdfDocument } from "../objects/open-pdf.ts";
import { readNameTree } from "../objects/number-tree.ts";

export interface LinkTarget {
  readonly uri?: string;
  /** Page counted from 1. */
  readonly page?: number;
  /** The name of a named destination. */
  readonly name?: string;
}

const named = new WeakMap<PdfDocument, ReadonlyMap<string, PDFObject>>();

/** Where an annotation or bookmark leads: its `Dest`, or its action if that is `GoTo` or `URI`. */
export function linkTarget(pdf: PdfDocument, dict: PDFDict): LinkTarget {
  const { objects } = pdf;
  const direct = objects.get(dict, "Dest");
  if (direct !== undefined) return destinationTarget(pdf, direct);
  const action = objects.dict(objects.get(dict, "A"));
  switch (objects.name(objects.get(action, "S"))) {
    case "GoTo":
      return destinationTarget(pdf, objects.get(action, "D"));
    case "URI": {
      const uri = objects.text(objects.get(action, "URI"));
      return uri === undefined ? {} : { uri };
    }
    default:
      return {};
  }
}

function destinationTarget(pdf: PdfDocument, destination: PDFObject | undefined): LinkTarget {
  const { objects } = pdf;
  const name = objects.name(destination) ?? objects.text(destination);
  if (name === undefined) return pageTarget(pdf, destination);
  const found = objects.resolve(namedDestinations(pdf).get(name));
  // A named destination is an array, or a dictionary whose D is one.
  const array = objects.get(objects.dict(found), "D") ?? found;
  return { name, ...pageTarget(pdf, array) };
}

function pageTarget(pdf: PdfDocument, array: PDFObject | undefined): LinkTarget {
  const first = pdf.objects.items(array)[0];
  const page = first instanceof PDFRef ? pdf.pageNumbers.get(first) : undefined;
  return page === undefined ? {} : { page };
}

function namedDestinations(pdf: PdfDocument): ReadonlyMap<string, PDFObject> {
  const known = named.get(pdf);
  if (known !== undefined) return known;
  const { objects, catalog } = pdf;
  const names = objects.get(objects.dict(objects.get(catalog, "Names")), "Dests");
  const found = new Map(readNameTree(objects, names));
  for (const [key, value] of objects.dict(objects.get(catalog, "Dests"))?.entries() ?? []) {
    found.set(key.decodeText(), value);
  }
  named.set(pdf, found);
  return found;
}
