/**
 * Reads name trees and number trees (ISO 32000-1 §7.9.6, §7.9.7) whole, with a bound on depth and
 * against cycles. Input: the root of a tree; output: its entries in the order of the file, values
 * unresolved.
 */
import type { PDFDict, PDFObject } from "@cantoo/pdf-lib";
import type { PdfObjects } from "./pdf-objects.ts";
import { MOST_NUMBER_TREE_DEPTH } from "../limits.ts";

export function readNumberTree(
  objects: PdfObjects,
  root: PDFObject | undefined,
): ReadonlyMap<number, PDFObject> {
  return new Map(
    leaves(objects, root, "Nums").flatMap(([key, value]) => {
      const number = objects.number(key);
      return number === undefined ? [] : [[number, value] as const];
    }),
  );
}

export function readNameTree(
  objects: PdfObjects,
  root: PDFObject | undefined,
): ReadonlyMap<string, PDFObject> {
  return new Map(
    leaves(objects, root, "Names").flatMap(([key, value]) => {
      const name = objects.text(key);
      return name === undefined ? [] : [[name, value] as const];
    }),
  );
}

function leaves(
  objects: PdfObjects,
  root: PDFObject | undefined,
  listKey: string,
): readonly (readonly [PDFObject, PDFObject])[] {
  const found: (readonly [PDFObject, PDFObject])[] = [];
  const seen = new Set<PDFDict>();
  visit(root, 0);
  return found;

  function visit(object: PDFObject | undefined, depth: number): void {
    const dict = objects.dict(object);
    if (dict === undefined || seen.has(dict) || depth > MOST_NUMBER_TREE_DEPTH) return;
    seen.add(dict);
    const list = objects.items(objects.get(dict, listKey));
    for (let at = 0; at + 1 < list.length; at += 2) {
      const [key, value] = [list[at], list[at + 1]];
      if (key !== undefined && value !== undefined) found.push([key, value]);
    }
    for (const kid of objects.items(objects.get(dict, "Kids"))) visit(kid, depth + 1);
  }
}
