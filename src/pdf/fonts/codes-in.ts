/** Character codes of one length in the bytes of a string (ISO 32000-1 §9.4.3); a cut one is left out. */
export function codesIn(bytes: Uint8Array, codeLength: 1 | 2): readonly number[] {
  if (codeLength === 1) return [...bytes];
  // Nearly all strings that a browser writes are of one glyph.
  if (bytes.length === 2) return [(bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)];
  const codes: number[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    codes.push((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0));
  }
  return codes;
}
