/**
 * A file of HTML or XHTML as text, and what it is to be parsed as. Input: its bytes, its name, and a
 * browser for its XML parser; output: text and media type. XHTML is what says so by its name
 * (`.xhtml`, `.xht`, `.xml`), and what says so in its text (an XML declaration, or the namespace on
 * `html`) and is well-formed; everything else is HTML, which forgives.
 */
import type { Browser } from "puppeteer";
import { PublicationError } from "../errors.ts";
import { plainLine } from "../report/plain-line.ts";
import { htmlEncoding, xmlEncoding } from "./html-encoding.ts";
import { parseXml } from "./parse-xml.ts";
import { tagWords } from "./tag-words.ts";
import { decodeText } from "./text-encoding.ts";

export interface SourceDocument {
  readonly text: string;
  readonly contentType: "text/html" | "application/xhtml+xml";
}

/** How far down the root element's start is looked for, in characters. */
const searchedLetters = 4096;

/**
 * @throws PublicationError `text-undecodable` with the place, `not-well-formed` with the place, or
 * `not-xhtml`; the last two only where the file's name says that it is XML.
 */
export async function readDocument(
  bytes: Uint8Array,
  file: string,
  browser: Browser,
): Promise<SourceDocument> {
  const isNamedXml = /\.(?:xhtml|xht|xml)$/i.test(file);
  const text = decode(bytes, file, isNamedXml);
  if (!isNamedXml && !looksLikeXhtml(text)) return { text, contentType: "text/html" };
  const parsed = await parseXml(browser, text);
  if (parsed.isWellFormed && parsed.isXhtml) return { text, contentType: "application/xhtml+xml" };
  if (!isNamedXml) return { text, contentType: "text/html" };
  if (parsed.isWellFormed) {
    throw new PublicationError(
      "not-xhtml",
      `${file} is XML, but not XHTML: its root is ${tagWords(plainLine(parsed.root))}`,
      {
        place: { file },
        hint: 'begin it with <html xmlns="http://www.w3.org/1999/xhtml">, and give it a <body>',
      },
    );
  }
  const { line, column, reason } = parsed;
  throw new PublicationError(
    "not-well-formed",
    `${file} is not well-formed XML: line ${line}, column ${column}: ${plainLine(reason)}`,
    { place: { file, line }, hint: hintFor(reason) },
  );
}

/** Whether a text says of itself that it is XHTML. */
function looksLikeXhtml(text: string): boolean {
  const head = text.slice(0, searchedLetters);
  return (
    /^<\?xml\s/.test(head) ||
    /<(?:[\w.-]+:)?html\s[^>]*?xmlns(?::[\w.-]+)?\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/i.test(
      head,
    )
  );
}

function decode(bytes: Uint8Array, file: string, isXml: boolean): string {
  const { encoding, isDeclared } = isXml ? xmlEncoding(bytes) : htmlEncoding(bytes);
  const declaration = isXml
    ? '<?xml version="1.0" encoding="windows-1252"?>'
    : '<meta charset="windows-1252">';
  const hint = isDeclared
    ? `save it in the encoding that it names, or name the one that it is in, e.g. ${declaration}`
    : `save it as UTF-8, or name the encoding that it is in, e.g. ${declaration}`;
  return decodeText({ bytes, encoding, file, hint });
}

function hintFor(reason: string): string {
  return /Entity '\w+' not defined/.test(reason)
    ? "write the character itself; names of characters need the document type of XHTML 1.0"
    : "fix it there, or name the file .html, so that it is parsed as HTML, which forgives";
}
