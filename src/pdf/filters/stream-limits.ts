/**
 * Keeps streams from filling the memory when they are unpacked. Input: the bytes of a PDF, before
 * anything reads them, or a stream's; output: a fault, or bytes. A megabyte may unpack to a gigabyte,
 * and a chain of filters to a million times more; no program that reads the file is to meet that.
 * ISO 32000-1 §7.3.8, §7.4.
 */
import { createInflate, inflateSync } from "node:zlib";
import { decodePDFRawStream, PDFContext, PDFRawStream } from "@cantoo/pdf-lib";
import { PublicationError } from "../../errors.ts";

const MIB = 1024 * 1024;
/** A picture's samples: a hundred megapixels of four inks. */
const MOST_SAMPLE_BYTES = 400_000_000;
const MOST_COMPONENTS = 4;
/** Of any other stream: many times a font of all Chinese, or the map of a city. */
const MOST_STREAM_BYTES = 64 * MIB;
/** Of all those of a file that are large enough to be looked at. */
const MOST_FILE_BYTES = 1024 * MIB;
/** Deflate packs no better than this. */
const MOST_RATIO = 1032;
/** What cannot unpack to more is not looked at. */
const NOTED_BYTES = 16 * MIB;

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

/** A stream as it lies in a file. */
export interface PackedStream {
  readonly packed: Uint8Array;
  /** Names, the first to undo first. */
  readonly filters: readonly string[];
  /** It may hold the samples of a picture, which are many. */
  readonly isPicture?: boolean;
}

/**
 * Looks at each stream of a file as it lies there: the file's own index may be such a stream.
 * @throws PublicationError `pdf-too-large`.
 */
export async function requireBoundedFile(bytes: Uint8Array): Promise<void> {
  await requireBoundedStreams(streamsIn(bytes));
}

/** @throws PublicationError `pdf-too-large`. */
export async function requireBoundedStreams(streams: Iterable<PackedStream>): Promise<void> {
  let total = 0;
  for (const stream of streams) {
    if (!mayBeLarge(stream)) continue;
    const length = await unpackedLength(stream);
    // Pictures are unpacked one at a time.
    if (stream.isPicture !== true) total += length;
    if (total > MOST_FILE_BYTES)
      throw tooLarge(`streams of more than ${MOST_FILE_BYTES / MIB} MiB`);
  }
}

/** All streams; of pictures the size that they claim is looked at, too. */
function* streamsIn(bytes: Uint8Array): Generator<PackedStream> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let from = 0;
  for (let at = nextStream(file, 0); at !== -1; at = nextStream(file, from)) {
    const dict = dictBefore(file, from, at);
    from = at + 6;
    if (dict === undefined) continue;
    const start = file[at + 6] === 0x0d && file[at + 7] === 0x0a ? at + 8 : at + 7;
    const end = endOfStream(file, start, dict);
    from = end;
    const isPicture = isImage(dict);
    if (isPicture) requireSamples(dict);
    // Of an index no more is believed than that it begins here.
    const isIndex = /\/(?:ObjStm|XRef)\b/u.test(dict);
    const packed = file.subarray(start, isIndex ? file.length : end);
    yield { packed, filters: filtersIn(dict), isPicture };
  }
}

/** The keyword may stand in what is packed, where the length says that it goes on. */
function endOfStream(file: Buffer, start: number, dict: string): number {
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/u.exec(dict)?.[1] ?? 0);
  const end = file.indexOf("endstream", start);
  return Math.min(file.length, Math.max(start + length, end === -1 ? start : end));
}

/** Where the next keyword `stream` stands that begins one. */
function nextStream(file: Buffer, from: number): number {
  for (let at = file.indexOf("stream", from); at !== -1; at = file.indexOf("stream", at + 6)) {
    if (file.toString("latin1", at - 3, at) !== "end") return at;
  }
  return -1;
}

/** The text of a stream's dictionary, its names decoded; it stands just before. */
function dictBefore(file: Buffer, from: number, at: number): string | undefined {
  const before = file.toString("latin1", from, at);
  const start = before.lastIndexOf("obj");
  if (start === -1) return undefined;
  return before
    .slice(start)
    .replace(/#([\dA-Fa-f]{2})/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function filtersIn(dict: string): readonly string[] {
  const value = /\/Filter\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+)/u.exec(dict)?.[1] ?? "";
  return [...value.matchAll(/\/([^\s/<>[\]()]+)/gu)].map(([, name = ""]) => name);
}

const isImage = (dict: string): boolean => /\/Subtype\s*\/Image\b/u.test(dict);

function requireSamples(dict: string): void {
  const number = (key: string): number =>
    Number(new RegExp(`/${key}\\s+(\\d+)(?!\\s+\\d+\\s+R)`, "u").exec(dict)?.[1] ?? 0);
  const isMask = /\/ImageMask\s+true/u.test(dict);
  const bits = isMask ? 1 : number("BitsPerComponent") || 8;
  const components = bits === 1 ? 1 : MOST_COMPONENTS;
  const bytes = (number("Width") * number("Height") * bits * components) / 8;
  if (bytes <= MOST_SAMPLE_BYTES) return;
  throw tooLarge(`a picture of ${number("Width")} × ${number("Height")} pixels`);
}

function mayBeLarge({ packed, filters }: PackedStream): boolean {
  return filters.length > 1 || packed.length * MOST_RATIO > NOTED_BYTES;
}

/** 0 for what cannot be unpacked, which is no danger. */
async function unpackedLength({ packed, filters, isPicture }: PackedStream): Promise<number> {
  const last = filters.at(-1);
  const most = isPicture === true ? MOST_SAMPLE_BYTES : MOST_STREAM_BYTES;
  const inner = last === undefined ? packed : unpack(packed, filters.slice(0, -1));
  if (inner === undefined || last === undefined) return 0;
  if (PACKING.get(last) === "FlateDecode") return inflatedLength(inner, most);
  return unpack(inner, [last], most)?.length ?? 0;
}

/** Counts, and keeps nothing. */
async function inflatedLength(packed: Uint8Array, most: number): Promise<number> {
  const inflate = createInflate({ finishFlush: 2 });
  inflate.end(packed);
  let length = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > most) throw streamTooLarge(most);
    }
  } catch (error) {
    if (error instanceof PublicationError) throw error;
  }
  return length;
}

/**
 * What filters leave of a stream's bytes, the first to undo first; undefined where they cannot be
 * undone. Parameters are left out of account, as predictors do not change the length by much.
 * @throws PublicationError `pdf-too-large`.
 */
function unpack(
  packed: Uint8Array,
  filters: readonly string[],
  most = MOST_STREAM_BYTES,
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
      filter === "FlateDecode" ? inflated(bytes, most) : otherwiseUnpacked(bytes, filter, most);
    if (unpacked.length > most) throw streamTooLarge(most);
    return unpacked;
  } catch (error) {
    if (error instanceof PublicationError) throw error;
    if (error instanceof RangeError) throw streamTooLarge(most, error);
    return undefined;
  }
}

function inflated(bytes: Uint8Array, most: number): Uint8Array {
  return inflateSync(bytes, { maxOutputLength: most, finishFlush: 2 });
}

function otherwiseUnpacked(bytes: Uint8Array, filter: string, most: number): Uint8Array {
  const stream = PDFRawStream.of(PDFContext.create().obj({ Filter: filter }), bytes);
  return new Uint8Array(decodePDFRawStream(stream).getBytes(most + 1));
}

function streamTooLarge(most: number, cause?: unknown): PublicationError {
  return tooLarge(`a stream of more than ${Math.floor(most / MIB)} MiB`, cause);
}

function tooLarge(what: string, cause?: unknown): PublicationError {
  return new PublicationError("pdf-too-large", `The PDF is too large: it unpacks to ${what}.`, {
    hint: "make it again from smaller pictures and drawings; a file from elsewhere may be made to harm",
    cause,
  });
}
