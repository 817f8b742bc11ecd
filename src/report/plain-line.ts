/**
 * Text that a document wrote as one line for a terminal. Input: any text; output: the text without
 * control characters and characters that change the direction, so that it cannot steer a terminal.
 */
export function plainLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .trim();
}
