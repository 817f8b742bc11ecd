/** The classes of characters in PDF syntax, by byte (ISO 32000-1 §7.2.2). */

export const REGULAR = 0;
export const WHITE = 1;
export const DELIMITER = 2;

export const characterClasses = new Uint8Array(256);
for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) characterClasses[byte] = WHITE;
for (const char of "()<>[]{}/%") characterClasses[char.charCodeAt(0)] = DELIMITER;

export function isWhite(byte: number): boolean {
  return characterClasses[byte] === WHITE;
}

export function isDelimiter(byte: number): boolean {
  return characterClasses[byte] === DELIMITER;
}
