/**
 * The streams of an open file, as the library that reads it understands them. Input: its objects;
 * output: each stream with its filters and what it says of its size, wherever that stands.
 */
import { PDFRawStream, type PDFDict } from "@cantoo/pdf-lib";
import type { ObjectReader } from "../objects/object-reader.ts";
import type { RowSize } from "../filters/predictor.ts";
import type { PackedStream, PictureSize } from "./packed-stream.ts";

export function* streamsOf(objects: ObjectReader): Generator<PackedStream> {
  for (const [, object] of objects.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const { contents: packed, dict } = object;
    const filters = objects.filterNames(dict);
    yield { packed, filters, rows: rowSizes(objects, dict), picture: pictureSize(objects, dict) };
  }
}

function rowSizes(objects: ObjectReader, dict: PDFDict): readonly RowSize[] {
  const parameters = objects.get(dict, "DecodeParms");
  const all = objects.isArray(parameters) ? objects.items(parameters) : [parameters];
  return all.flatMap((item) => {
    const one = objects.dict(item);
    const number = (key: string, otherwise: number): number =>
      objects.number(objects.get(one, key)) ?? otherwise;
    const columns = number("Columns", 0);
    // Of a fax it is the width of the picture, in bits.
    const isFax = objects.has(one, "K") || objects.has(one, "BlackIs1");
    const bitsPerComponent = isFax ? 1 : number("BitsPerComponent", 8);
    return columns > 0 ? [{ columns, colors: number("Colors", 1), bitsPerComponent }] : [];
  });
}

function pictureSize(objects: ObjectReader, dict: PDFDict): PictureSize | undefined {
  if (objects.name(objects.get(dict, "Subtype")) !== "Image") return undefined;
  const number = (key: string): number => objects.number(objects.get(dict, key)) ?? 0;
  const isMask = objects.boolean(objects.get(dict, "ImageMask")) === true;
  return {
    widthPx: number("Width"),
    heightPx: number("Height"),
    bitsPerComponent: isMask ? 1 : number("BitsPerComponent") || 8,
  };
}
