/**
 * The pictures that a PDF holds. Input: an open file; output: the size of each image XObject, those
 * that only mask others left out. It reads no pixels. ISO 32000-1 §8.9.5.
 */
import { PDFStream } from "@cantoo/pdf-lib";
import type { PdfDocument } from "../../src/pdf/objects/open-pdf.ts";

export interface PdfImage {
  readonly widthPx: number;
  readonly heightPx: number;
}

export function readImages({ objects }: PdfDocument): readonly PdfImage[] {
  const streams = objects.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFStream ? [object.dict] : []));
  const images = streams.filter((dict) => objects.name(objects.get(dict, "Subtype")) === "Image");
  const masks = new Set(images.map((dict) => objects.stream(objects.get(dict, "SMask"))?.dict));
  return images
    .filter((dict) => !masks.has(dict))
    .map((dict) => ({
      widthPx: objects.number(objects.get(dict, "Width")) ?? 0,
      heightPx: objects.number(objects.get(dict, "Height")) ?? 0,
    }));
}
