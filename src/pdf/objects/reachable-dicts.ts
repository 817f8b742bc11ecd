/**
 * Everything in a PDF that the catalog leads to. Input: an open PDF; output: its dictionaries and the
 * dictionaries of its streams, each once, with the keys on the way. What the catalog does not lead to
 * is not in use and left out.
 */
import { PDFArray, PDFDict, PDFRef, PDFStream, type PDFObject } from "@cantoo/pdf-lib";
import type { PdfDocument } from "./open-pdf.ts";

export interface ReachedDict {
  readonly dict: PDFDict;
  readonly isStream: boolean;
  /** The keys that lead to it, e.g. `catalog Pages Kids Resources ExtGState G0`. */
  readonly where: string;
}

/** How much of the way to an object is named. */
const KEYS_TOLD = 8;

/** Every dictionary and stream that the catalog leads to, once. */
export function* reachableDicts({ catalog, objects }: PdfDocument): Generator<ReachedDict> {
  const seen = new Set<PDFObject>();
  const open: { readonly object: PDFObject; readonly keys: readonly string[] }[] = [
    { object: catalog, keys: ["catalog"] },
  ];
  // An array that grows as it is gone through: what is near the catalog comes first.
  for (const { object: found, keys } of open) {
    const object = found instanceof PDFRef ? objects.resolve(found) : found;
    if (object === undefined || seen.has(object)) continue;
    if (object instanceof PDFArray) {
      seen.add(object);
      for (const item of object.asArray()) open.push({ object: item, keys });
      continue;
    }
    const isStream = object instanceof PDFStream;
    const dict = isStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) continue;
    seen.add(object);
    yield { dict, isStream, where: keys.join(" ") };
    for (const [key, value] of dict.entries()) {
      if (key.decodeText() === "Parent") continue;
      open.push({ object: value, keys: [...keys.slice(-KEYS_TOLD), key.decodeText()] });
    }
  }
}
