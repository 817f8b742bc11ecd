/**
 * Finds where the data of an inline image ends (ISO 32000-1 §8.9.7). The data is binary and its
 * length is written only in PDF 2.0 files, so it is computed where the image has no filter, and
 * looked for otherwise: `EI` between white space, with readable content after it.
 */
import { isDelimiter, isWhite } from "./characters.ts";
import { type ContentDictionary } from "./lexer.ts";

/** How far after `EI` bytes are read to see whether they look like content. */
const LOOK_AHEAD = 16;

/** `dataEnd` is where the data ends, `after` the offset behind `EI`; undefined without an `EI`. */
export function inlineImageEnd(
  bytes: Uint8Array,
  start: number,
  dictionary: ContentDictionary,
): { readonly dataEnd: number; readonly after: number } | undefined {
  const known = dataLength(dictionary);
  if (known !== undefined) {
    let at = start + known;
    while (at < bytes.length && isWhite(bytes[at] ?? 0)) at += 1;
    if (isEi(bytes, at)) return { dataEnd: start + known, after: at + 2 };
  }
  for (let at = start; at < bytes.length - 1; at += 1) {
    if (!isEi(bytes, at)) continue;
    const spaced = at === start || isWhite(bytes[at - 1] ?? 0);
    if (spaced && looksLikeContent(bytes, at + 2)) {
      return { dataEnd: at === start ? start : at - 1, after: at + 2 };
    }
  }
  return undefined;
}

function isEi(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49) return false;
  const next = bytes[at + 2];
  return next === undefined || isWhite(next) || isDelimiter(next);
}

function looksLikeContent(bytes: Uint8Array, start: number): boolean {
  for (let at = start; at < Math.min(start + LOOK_AHEAD, bytes.length); at += 1) {
    const byte = bytes[at] ?? 0;
    const readable =
      (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;
    if (!readable) return false;
  }
  return true;
}

/** Bytes of the data where they can be known: `/L`, or width × height of an image without filter. */
function dataLength(dictionary: ContentDictionary): number | undefined {
  const entry = (short: string, long: string) =>
    dictionary.entries.get(short) ?? dictionary.entries.get(long);
  const length = entry("L", "Length");
  if (typeof length === "number") return length >= 0 ? length : undefined;
  if (entry("F", "Filter") !== undefined) return undefined;
  const width = entry("W", "Width");
  const height = entry("H", "Height");
  const bits = entry("IM", "ImageMask") === true ? 1 : (entry("BPC", "BitsPerComponent") ?? 8);
  const components = componentCount(dictionary, entry("CS", "ColorSpace"));
  if (typeof width !== "number" || typeof height !== "number" || typeof bits !== "number") {
    return undefined;
  }
  if (components === undefined || width < 0 || height < 0) return undefined;
  return Math.ceil((width * components * bits) / 8) * height;
}

function componentCount(
  dictionary: ContentDictionary,
  space: ReturnType<ContentDictionary["entries"]["get"]>,
): number | undefined {
  if (space === undefined) return dictionary.entries.has("IM") ? 1 : undefined;
  if (typeof space !== "object" || space === null) return undefined;
  if (space.kind === "array") {
    const family = space.items[0];
    const indexed =
      typeof family === "object" && family !== null && family.kind === "name"
        ? family.name === "I" || family.name === "Indexed"
        : false;
    return indexed ? 1 : undefined;
  }
  if (space.kind !== "name") return undefined;
  const counts: Readonly<Record<string, number>> = {
    G: 1,
    DeviceGray: 1,
    RGB: 3,
    DeviceRGB: 3,
    CMYK: 4,
    DeviceCMYK: 4,
  };
  return counts[space.name];
}
