/**
 * Unpacks what FlateDecode has packed (ISO 32000-1 §7.4.4), as far as readers do: a stream that is cut,
 * closed badly, or has a wrong checksum gives what it has. Input: bytes; output: bytes.
 */
import { inflateRawSync, inflateSync } from "node:zlib";
import { MOST_INFLATED_BYTES } from "../limits.ts";

/** No error at an early end: Z_SYNC_FLUSH. */
const FINISH_FLUSH = 2;
/** The header that zlib has before what is packed (RFC 1950). */
const HEADER_BYTES = 2;

/** @throws Error where what is packed is broken itself, or gives more than `maxOutputLength`. */
export function inflate(bytes: Uint8Array, maxOutputLength = MOST_INFLATED_BYTES): Buffer {
  const options = { finishFlush: FINISH_FLUSH, maxOutputLength };
  try {
    return inflateSync(bytes, options);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // Without the header there is no checksum either.
    return inflateRawSync(bytes.subarray(HEADER_BYTES), options);
  }
}
