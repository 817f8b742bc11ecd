/**
 * The content of a page as one stream. Input: a page's dictionary; output: its decoded bytes, each
 * of its streams ended by a line end, since a stream may end where the next operator begins.
 * ISO 32000-1 §7.8.2.
 */
import type { ObjectReader } from "../objects/object-reader.ts";
import type { PdfDict } from "../objects/types.ts";

export interface PageContent {
  readonly bytes: Buffer;
  /** False where one of its streams cannot be decoded; the others are there. */
  readonly isWhole: boolean;
}

export function pageContent(objects: ObjectReader, page: PdfDict | undefined): PageContent {
  const contents = objects.get(page, "Contents");
  const streams = (objects.isArray(contents) ? objects.items(contents) : [contents]).filter(
    (each) => objects.stream(each) !== undefined,
  );
  const parts = streams.flatMap((stream) => objects.streamBytes(stream) ?? []);
  return {
    bytes: Buffer.concat(parts.flatMap((part) => [part, LINE_END])),
    isWhole: parts.length === streams.length,
  };
}

const LINE_END = Buffer.from("\n");
