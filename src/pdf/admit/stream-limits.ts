/**
 * Keeps streams from filling the memory when they are unpacked. Input: the bytes of a PDF, before
 * anything reads them, or its streams; output: a fault, or nothing. A megabyte may unpack to a
 * gigabyte, and a chain of filters to a million times more. ISO 32000-1 §7.3.8, §7.4.
 */
import { hash } from "node:crypto";
import { createInflate } from "node:zlib";
import { PublicationError } from "../../errors.ts";
import {
  mebibytes,
  MOST_FILE_BYTES,
  MOST_FILTERS,
  MOST_PICTURES_BYTES,
  MOST_PICTURES_RATIO,
  MOST_SAMPLE_BYTES,
  MOST_STREAM_BYTES,
  overLimit,
} from "../limits.ts";
import { requireRow } from "../filters/predictor.ts";
import { filterName, undoFilter, unpacksTooLarge } from "../filters/undo-filter.ts";
import type { PackedStream, PictureSize } from "./packed-stream.ts";
import { streamsIn } from "./streams-in.ts";

/** No error where what is packed ends early: Z_SYNC_FLUSH. */
const FINISH_FLUSH = 2;
/** Streams that cannot unpack to more are unpacked at once, the others bit by bit. */
const SMALL_BYTES = 64 * 1024;
const CHUNK_BYTES = 1024 * 1024;
const MOST_COMPONENTS = 4;

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
      if (this.#bytes > MOST_FILE_BYTES) throw unpacksTooLarge("streams", MOST_FILE_BYTES);
      if (this.#pictureBytes > this.#mostPicturesBytes) {
        throw unpacksTooLarge("pictures", this.#mostPicturesBytes);
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
  const last = filterName(filters.at(-1) ?? "");
  if (inner === undefined || last === undefined) return 0;
  if (last === "FlateDecode" && inner.length > SMALL_BYTES) return inflatedLength(inner, most);
  return undoFilter(inner, last, undefined, most)?.length ?? 0;
}

/** Counts, and keeps nothing. */
async function inflatedLength(packed: Uint8Array, most: number): Promise<number> {
  const inflate = createInflate({ finishFlush: FINISH_FLUSH, chunkSize: CHUNK_BYTES });
  inflate.end(packed);
  let length = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > most) throw unpacksTooLarge("a stream", most);
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
    bytes = bytes && undoFilter(bytes, filter, undefined, most);
  }
  return bytes;
}
