/**
 * Text that a character code may read as. Input: any text; output: what is left of it that means
 * something to every reader. Pure. ISO 32000-1 §9.10.3; ISO 19005-2 §6.2.11.7.2 and §6.2.11.7.3;
 * ISO 14289-1 §7.21.7.
 */

/** What a code reads as that reads as nothing: an empty text is a fault to several readers. */
export const SILENT = "\u200B";

/**
 * A space that a reader takes as it is. pdf.js leaves out what is white space alone, and puts in a
 * space where it sees a gap before the next glyph; from right to left it sees none.
 */
export const STANDING_SPACE = `${SILENT} `;

/** Private use, byte order marks, what is no character, and controls. */
const unreadable =
  /[\p{Co}\p{Noncharacter_Code_Point}\uFEFF\u0000-\u001F\u007F-\u009F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

/** Never empty. White space of any control is a space. */
export function readableText(text: string): string {
  if (isPlain(text)) return text;
  const readable = text.replace(/[\t\n\v\f\r\u0085]/g, " ").replace(unreadable, "");
  return readable === "" ? SILENT : readable;
}

/** Nearly every text is one letter of the first blocks. */
function isPlain(text: string): boolean {
  if (text.length !== 1) return false;
  const code = text.charCodeAt(0);
  return code >= 0x20 && code < 0xd800 && !(code >= 0x7f && code <= 0x9f);
}
