/**
 * Text strings (ISO 32000-1 §7.9.2.2; UTF-8 from ISO 32000-2): UTF-16 or UTF-8 where a byte order mark
 * says so, PDFDocEncoding otherwise. Reading: bytes into well-formed text without language escapes.
 * Making: text into a string object. Strings of page content are in a font's encoding and not its job.
 */
import { PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";

/** Annex D.3: the codes of PDFDocEncoding that are not those of Latin-1. */
const LOW = "˘ˇˆ˙˝˛˚˜";
const HIGH = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\u{FFFD}€";

export function decodeTextString(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xfe && second === 0xff) return decodeWith("utf-16be", bytes);
  if (first === 0xff && second === 0xfe) return decodeWith("utf-16le", bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodeWith("utf-8", bytes);
  let text = "";
  for (const byte of bytes) {
    if (byte >= 0x18 && byte <= 0x1f) text += LOW.charAt(byte - 0x18);
    else if (byte >= 0x80 && byte <= 0xa0) text += HIGH.charAt(byte - 0x80);
    else text += String.fromCharCode(byte);
  }
  return text;
}

const decoders = {
  "utf-16be": new TextDecoder("utf-16be"),
  "utf-16le": new TextDecoder("utf-16le"),
  "utf-8": new TextDecoder("utf-8"),
} as const;

function decodeWith(encoding: keyof typeof decoders, bytes: Uint8Array): string {
  // U+001B … U+001B names the language of what follows (§14.9.2.2): not part of the text.
  return decoders[encoding].decode(bytes).replace(/\u001b[^\u001b]*\u001b/g, "");
}

/** Text as a string object, in UTF-16 only where it needs it. */
export function pdfText(text: string): PDFHexString {
  return /^[\x20-\x7E]*$/.test(text)
    ? PDFHexString.of(Buffer.from(text, "latin1").toString("hex"))
    : PDFHexString.fromText(text);
}

/** Text as a string object, in UTF-16. */
export function pdfUnicode(text: string): PDFHexString {
  return PDFHexString.fromText(text);
}

/** ASCII, such as an address, as a literal string. ISO 32000-1 §7.3.4.2 */
export function pdfLiteral(text: string): PDFString {
  return PDFString.of(text.replace(/[\\()]/g, "\\$&"));
}

/** Any bytes as a string object. */
export function pdfBytes(bytes: Uint8Array): PDFHexString {
  return PDFHexString.of(Buffer.from(bytes).toString("hex"));
}

/** A name as content writes it, with its slash. ISO 32000-1 §7.3.5 */
export function writtenName(name: string): string {
  return PDFName.of(name).toString();
}
