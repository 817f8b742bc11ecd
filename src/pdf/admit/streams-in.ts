/**
 * The streams of a PDF by its bytes alone, before anything trusts its structure. Input: the bytes;
 * output: what may be a stream, with the filters that may be its. Programs find streams in different
 * ways, and a file may be made to show each of them another: whatever follows the keyword `stream`
 * is one here, and any filter that stands before it may be its. ISO 32000-1 §7.3.8.
 */
import { MIB, overLimit } from "../limits.ts";
import type { RowSize } from "../filters/predictor.ts";
import type { PackedStream, PictureSize } from "./packed-stream.ts";

const KEYWORD = "stream";
/** No dictionary of a stream is longer. */
const MOST_DICT_BYTES = 64 * 1024;
/** What a file may make us try for one stream. */
const MOST_TRIES = 16;
/** Streams hardly ever lie in each other: all of them are as large as the file. */
const MOST_OVERLAP_RATIO = 4;
const MOST_OVERLAP_BYTES = 64 * MIB;

/** @throws PublicationError `pdf-too-large` where streams lie in each other. */

export function* streamsIn(bytes: Uint8Array): Generator<PackedStream> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let before = 0;
  let end = -1;
  let total = 0;
  for (let at = nextStream(file, 0); at !== -1; at = nextStream(file, at + KEYWORD.length)) {
    const dict = plainNames(file.toString("latin1", Math.max(before, at - MOST_DICT_BYTES), at));
    before = at + KEYWORD.length;
    const start = file[before] === 0x0d && file[before + 1] === 0x0a ? before + 2 : before + 1;
    // Looked for once: a file may have streams without end.
    if (end < start && end !== file.length) {
      const found = file.indexOf("endstream", start);
      end = found === -1 ? file.length : found;
    }
    const length = Math.min(file.length, start + largest(dict, "Length"));
    const packed = file.subarray(start, Math.max(end, length));
    total += packed.length;
    if (total > MOST_OVERLAP_RATIO * file.length + MOST_OVERLAP_BYTES) {
      throw overLimit("has streams that lie in each other many times", "structure");
    }
    const [picture, rows] = [pictureSize(dict), rowSizes(dict)];
    for (const filters of filtersIn(dict)) yield { packed, filters, rows, picture };
  }
}

/** Where the next keyword stands that begins a stream. */
function nextStream(file: Buffer, from: number): number {
  for (let at = file.indexOf(KEYWORD, from); at !== -1; at = file.indexOf(KEYWORD, at + 6)) {
    if (file.toString("latin1", at - 3, at) !== "end") return at;
  }
  return -1;
}

/** Names may be written with the codes of their letters. §7.3.5 */
function plainNames(text: string): string {
  if (!text.includes("#")) return text;
  return text.replace(/#([\dA-Fa-f]{2})/gu, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

/** All lists of filters that stand there, each once; an empty one where there is none. */
function filtersIn(dict: string): readonly (readonly string[])[] {
  const values = [...dict.matchAll(/\/Filter\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+)/gu)];
  if (values.length === 0) return [[]];
  const texts = new Set(values.map(([, value = ""]) => value));
  return [...texts]
    .slice(-MOST_TRIES)
    .map((text) => [...text.matchAll(/\/([^\s/<>[\]()]+)/gu)].map(([, name = ""]) => name));
}

/** The largest number that any key of this name has. */
function largest(dict: string, key: string): number {
  const values = [...dict.matchAll(new RegExp(`/${key}\\s+(\\d+)(?!\\s+\\d+\\s+R)`, "gu"))];
  return values.reduce((most, [, value]) => Math.max(most, Number(value)), 0);
}

function rowSizes(dict: string): readonly RowSize[] {
  const columns = largest(dict, "Columns");
  if (columns === 0) return [];
  const colors = largest(dict, "Colors") || 1;
  // Of a fax it is the width of the picture, in bits.
  const isFax = /\/CCITTFaxDecode|\/CCF\b/u.test(dict);
  const bitsPerComponent = isFax ? 1 : largest(dict, "BitsPerComponent") || 8;
  return [{ columns, colors, bitsPerComponent }];
}

function pictureSize(dict: string): PictureSize | undefined {
  if (!/\/Subtype\s*\/Image\b/u.test(dict)) return undefined;
  const isMask = /\/ImageMask\s+true/u.test(dict);
  return {
    widthPx: largest(dict, "Width"),
    heightPx: largest(dict, "Height"),
    bitsPerComponent: isMask ? 1 : largest(dict, "BitsPerComponent") || 8,
  };
}
