/**
 * Undoes one filter of a stream, and the predictor that goes with it (ISO 32000-1 §7.4). Input: packed
 * bytes, the filter's name and its parameters; output: bytes. Filters of pictures (DCTDecode,
 * JPXDecode, CCITTFaxDecode, JBIG2Decode) are not undone here.
 */
import { decodePDFRawStream, PDFContext, PDFRawStream } from "@cantoo/pdf-lib";
import { PublicationError } from "../../errors.ts";
import { mebibytes, MOST_INFLATED_BYTES, overLimit } from "../limits.ts";
import { inflate } from "./inflate.ts";
import { undoPredictor, type PredictorParameters } from "./predictor.ts";

/** By their names and by those that inline images give them (table 94). */
const FILTERS: ReadonlyMap<string, string> = new Map([
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

export interface FilterParameters extends PredictorParameters {
  /** Of LZWDecode: whether codes grow one code early, as they do where it is 1. */
  readonly earlyChange: number;
}

/** The name in full of a filter that is undone here. */
export function filterName(name: string): string | undefined {
  return FILTERS.get(name);
}

/**
 * Undefined where the filter is not undone here, or the bytes are broken.
 * @param most bytes that it may give.
 * @throws PublicationError `pdf-too-large`.
 */
export function undoFilter(
  bytes: Uint8Array,
  name: string,
  parameters?: FilterParameters,
  most = MOST_INFLATED_BYTES,
): Uint8Array | undefined {
  const filter = filterName(name);
  if (filter === undefined) return undefined;
  const unpacked = unpack(bytes, filter, parameters?.earlyChange ?? 1, most);
  return unpacked === undefined || parameters === undefined
    ? unpacked
    : undoPredictor(unpacked, parameters);
}

function unpack(
  bytes: Uint8Array,
  filter: string,
  earlyChange: number,
  most: number,
): Uint8Array | undefined {
  try {
    const unpacked =
      filter === "FlateDecode"
        ? inflate(bytes, most)
        : otherwiseUnpacked(bytes, filter, earlyChange, most);
    if (unpacked.length > most) throw unpacksTooLarge("a stream", most);
    return unpacked;
  } catch (error) {
    if (error instanceof PublicationError) throw error;
    if (error instanceof RangeError) throw unpacksTooLarge("a stream", most, error);
    return undefined;
  }
}

function otherwiseUnpacked(
  bytes: Uint8Array,
  filter: string,
  earlyChange: number,
  most: number,
): Uint8Array {
  const parameters = filter === "LZWDecode" ? { DecodeParms: { EarlyChange: earlyChange } } : {};
  const dict = PDFContext.create().obj({ Filter: filter, ...parameters });
  return new Uint8Array(decodePDFRawStream(PDFRawStream.of(dict, bytes)).getBytes(most + 1));
}

/** @param what e.g. `a stream`. */
export function unpacksTooLarge(what: string, most: number, cause?: unknown): PublicationError {
  return overLimit(`unpacks to ${what} of more than ${mebibytes(most)}`, "bytes", cause);
}
