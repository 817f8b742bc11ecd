/**
 * Decodes what stands between the brackets of a string in a content stream (ISO 32000-1 §7.3.4).
 * Input: bytes as written; output: the bytes they stand for. What they mean is the font's affair.
 */

/** §7.3.4.3: pairs of digits; what is no digit is skipped, a missing last digit counts as 0. */
export function decodeHexadecimal(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const decoded = new Uint8Array((end - start + 1) >> 1);
  let length = 0;
  let high = -1;
  for (let at = start; at < end; at++) {
    const digit = hexDigit(bytes[at] ?? 0);
    if (digit < 0) continue;
    if (high < 0) high = digit;
    else {
      decoded[length++] = (high << 4) | digit;
      high = -1;
    }
  }
  if (high >= 0) decoded[length++] = high << 4;
  return length === decoded.length ? decoded : decoded.subarray(0, length);
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

const ESCAPES: ReadonlyMap<number, number> = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
]);

/** §7.3.4.2: escapes, line continuations, and line ends of any kind as LF. */
export function unescapeLiteral(raw: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(raw.length);
  let length = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const byte = raw[at] ?? 0;
    if (byte === 0x0d) {
      if (raw[at + 1] === 0x0a) at += 1;
      decoded[length++] = 0x0a;
      continue;
    }
    if (byte !== 0x5c) {
      decoded[length++] = byte;
      continue;
    }
    at += 1;
    const escaped = raw[at];
    if (escaped === undefined || escaped === 0x0a) continue;
    if (escaped === 0x0d) {
      if (raw[at + 1] === 0x0a) at += 1;
      continue;
    }
    if (escaped < 0x30 || escaped > 0x37) {
      decoded[length++] = ESCAPES.get(escaped) ?? escaped;
      continue;
    }
    let octal = 0;
    let digits = 0;
    for (let next = escaped; digits < 3 && next >= 0x30 && next <= 0x37; next = raw[at] ?? 0) {
      octal = octal * 8 + (next - 0x30);
      digits += 1;
      at += 1;
    }
    at -= 1;
    decoded[length++] = octal & 0xff;
  }
  return decoded.subarray(0, length);
}
