/**
 * Keeps streams from filling the memory when they are unpacked. Input: the bytes of a PDF, before
 * anything reads them, or its streams; output: a fault, or nothing. A megabyte may unpack to a
 * gigabyte, and a chain of filters to a million times more. ISO 32000-1 §7.3.8, §7.4.
 */
import { hash } from "node:crypto";
import { createInflate, inflateSync } from "node:zlib";
import { decodePDFRawStream, PDFContext, PDFRawStream } from "@cantoo/pdf-lib";
import { PublicationError } from "../../errors.ts";
import {
  mebibytes,
  MOST_FILE_BYTES,
  MOST_FILTERS,
  MOST_PICTURES_BYTES,
  MOST_PICTURES_RATIO,
  MOST_ROW_BYTES,
  MOST_SAMPLE_BYTES,
  MOST_STREAM_BYTES,
  overLimit,
} from "../limits.ts";
import { streamsIn } from "./streams-in.ts";

/** No error where what is packed ends early: Z_SYNC_FLUSH. */
const FINISH_FLUSH = 2;
/** Streams that cannot unpack to more are unpacked at once, the others bit by bit. */
const SMALL_BYTES = 64 * 1024;
const CHUNK_BYTES = 1024 * 1024;
const MOST_COMPONENTS = 4;

const PACKING = new Map([
  ["FlateDecode", "FlateDecode"],
  ["Fl", "FlateDecode"],
  ["LZWDecode", "LZWDecode"],
  ["LZW", "LZWDecode"],
  ["RunLengthDecode", "RunLengthDecode"],
  ["RL", "RunLengthDecode"],
  ["ASCII85Decode", "ASCII85Decode"],
  ["A85", "ASCII85Decode"],
  ["ASCIIHexDecode", "ASCIIHexDecode"],
  ["AHx", "ASCIIHexDecode"],
]);

/** The parameters of a filter that say how large a row of a predictor is. §7.4.4.4 */
export interface RowSize {
  readonly columns: number;
  readonly colors: number;
  readonly bitsPerComponent: number;
}

/** What the dictionary of a picture says. */
export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bitsPerComponent: number;
}

/** A stream as it lies in a file. */
export interface PackedStream {
  readonly packed: Uint8Array;
  /** Names, the first to undo first. */
  readonly filters: readonly string[];
  readonly rows: readonly RowSize[];
  /** It may hold the samples of a picture, which are many. */
  readonly picture?: PictureSize | undefined;
}

/** The streams of one file, each looked at once. */
export class StreamLimits {
  readonly #mostPicturesBytes: number;
  readonly #seen = new Set<string>();
  #bytes = 0;
  #pictureBytes = 0;

  /** @param fileBytes the size of the file. */
  constructor(fileBytes: number) {
    this.#mostPicturesBytes = Math.max(MOST_PICTURES_BYTES, MOST_PICTURES_RATIO * fileBytes);
  }

  /**
   * Looks at each stream of a file as it lies there, whichever way a reader may come upon it.
   * @throws PublicationError `pdf-too-large`.
   */
  async requireFile(bytes: Uint8Array): Promise<void> {
    await this.require(streamsIn(bytes));
  }

  /** @throws PublicationError `pdf-too-large`. */
  async require(streams: Iterable<PackedStream>): Promise<void> {
    for (const stream of streams) {
      for (const row of stream.rows) requireRow(row);
      if (stream.picture !== undefined) requireSamples(stream.picture);
      if (stream.filters.length === 0 || !this.#isNew(stream)) continue;
      const length = await unpackedLength(stream);
      if (stream.picture === undefined) this.#bytes += length;
      else this.#pictureBytes += length;
      if (this.#bytes > MOST_FILE_BYTES) throw tooLarge("streams", MOST_FILE_BYTES);
      if (this.#pictureBytes > this.#mostPicturesBytes) {
        throw tooLarge("pictures", this.#mostPicturesBytes);
      }
    }
  }

  #isNew({ packed, filters, picture }: PackedStream): boolean {
    const kind = picture === undefined ? "stream" : "picture";
    const key = `${hash("sha1", packed)} ${kind} ${filters.join(" ")}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}

/**
 * A stream's bytes, unpacked; undefined where its filters cannot be undone.
 * @throws PublicationError `pdf-too-large`.
 */
export function unpackWithin(
  packed: Uint8Array,
  filters: readonly string[],
): Uint8Array | undefined {
  return unpack(packed, filters, MOST_STREAM_BYTES);
}

/** @throws PublicationError `pdf-too-large`. */
export function requireRow({ columns, colors, bitsPerComponent }: RowSize): void {
  if ((columns * colors * bitsPerComponent) / 8 <= MOST_ROW_BYTES) return;
  throw overLimit(
    `has a predictor with rows of more than ${mebibytes(MOST_ROW_BYTES)} (${columns} columns)`,
    "bytes",
  );
}

function requireSamples({ widthPx, heightPx, bitsPerComponent }: PictureSize): void {
  const components = bitsPerComponent === 1 ? 1 : MOST_COMPONENTS;
  const bytes = (widthPx * heightPx * bitsPerComponent * components) / 8;
  if (bytes <= MOST_SAMPLE_BYTES) return;
  throw overLimit(
    `unpacks to a picture of ${widthPx} × ${heightPx} pixels; a picture may have ${mebibytes(MOST_SAMPLE_BYTES)} of samples`,
    "bytes",
  );
}

/** 0 for what cannot be unpacked, which is no danger. */
async function unpackedLength({ packed, filters, picture }: PackedStream): Promise<number> {
  if (filters.length > MOST_FILTERS) {
    throw overLimit(`packs a stream with more than ${MOST_FILTERS} filters`, "structure");
  }
  const most = picture === undefined ? MOST_STREAM_BYTES : MOST_SAMPLE_BYTES;
  const inner = unpack(packed, filters.slice(0, -1), MOST_STREAM_BYTES);
  const last = PACKING.get(filters.at(-1) ?? "");
  if (inner === undefined || last === undefined) return 0;
  if (last === "FlateDecode" && inner.length > SMALL_BYTES) return inflatedLength(inner, most);
  return undo(inner, last, most)?.length ?? 0;
}

/** Counts, and keeps nothing. */
async function inflatedLength(packed: Uint8Array, most: number): Promise<number> {
  const inflate = createInflate({ finishFlush: FINISH_FLUSH, chunkSize: CHUNK_BYTES });
  inflate.end(packed);
  let length = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > most) throw tooLarge("a stream", most);
    }
  } catch (error) {
    if (error instanceof PublicationError) throw error;
  }
  return length;
}

/** Undefined where filters cannot be undone. Predictors do not make more of a stream. */
function unpack(
  packed: Uint8Array,
  filters: readonly string[],
  most: number,
): Uint8Array | undefined {
  let bytes: Uint8Array | undefined = packed;
  for (const filter of filters) {
    const name = PACKING.get(filter);
    bytes = name === undefined || bytes === undefined ? undefined : undo(bytes, name, most);
  }
  return bytes;
}

function undo(bytes: Uint8Array, filter: string, most: number): Uint8Array | undefined {
  try {
    const unpacked =
      filter === "FlateDecode"
        ? inflateSync(bytes, { maxOutputLength: most, finishFlush: FINISH_FLUSH })
        : otherwiseUnpacked(bytes, filter, most);
    if (unpacked.length > most) throw tooLarge("a stream", most);
    return unpacked;
  } catch (error) {
    if (error instanceof PublicationError) throw error;
    if (error instanceof RangeError) throw tooLarge("a stream", most, error);
    return undefined;
  }
}

function otherwiseUnpacked(bytes: Uint8Array, filter: string, most: number): Uint8Array {
  const stream = PDFRawStream.of(PDFContext.create().obj({ Filter: filter }), bytes);
  return new Uint8Array(decodePDFRawStream(stream).getBytes(most + 1));
}

function tooLarge(what: string, most: number, cause?: unknown): PublicationError {
  return overLimit(`unpacks to ${what} of more than ${mebibytes(most)}`, "bytes", cause);
}
