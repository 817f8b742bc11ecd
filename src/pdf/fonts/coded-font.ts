/**
 * What the codes of a font read as, by what the file says and nothing else: its ToUnicode map, then
 * its encoding. Input: a font dictionary, untrusted; output: how a string falls into codes, and what
 * each reads as. Readers guess where this says nothing, each in its own way. ISO 32000-1 §9.10.
 */
import { descendantOf } from "./descendant.ts";
import { encodingDifferences } from "./encoding-differences.ts";
import { fontDecoder } from "./font-decoder.ts";
import { fontName } from "./font-names.ts";
import { textOfGlyphName } from "./glyph-names.ts";
import type { ObjectReader } from "../objects/object-reader.ts";
import type { PdfDict, PdfObject } from "../objects/types.ts";

/**
 * - `text`: the file says what it reads as
 * - `known`: a collection of characters says it, which is not in the file
 * - `unmapped`: nothing says it
 * - `unsure`: the font program may say it, which is not read here
 */
export type CodeReading =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "known" | "unmapped" | "unsure" };

export interface CodedFont {
  /** Without the prefix of a subset; empty where the font has none. */
  readonly name: string;
  /** None where it takes a table to tell where codes end, which is not in the file. */
  readonly codesOf: (bytes: Uint8Array) => readonly number[];
  readonly readingOf: (code: number) => CodeReading;
}

const knownElsewhere: CodeReading = { kind: "known" };
const unmapped: CodeReading = { kind: "unmapped" };
const unsure: CodeReading = { kind: "unsure" };

export function readCodedFont(objects: ObjectReader, object: PdfObject | undefined): CodedFont {
  const dict = objects.dict(object);
  const decoder = fontDecoder(objects, object);
  const isIdentity = objects.name(objects.get(dict, "ToUnicode"))?.startsWith("Identity") ?? false;
  const rest = decoder.isComposite ? compositeReading(objects, dict) : simpleReading(objects, dict);
  const readings = new Map<number, CodeReading>();
  const read = (code: number): CodeReading => {
    const text = isIdentity ? String.fromCharCode(code) : decoder.textOf(code);
    if (text === undefined) return rest(code);
    // A map that leads nowhere says nothing, and hides what the encoding would say.
    return text === "" ? unmapped : { kind: "text", text };
  };
  return {
    name: decoder.name,
    codesOf: decoder.isComposite ? compositeCodes(objects, dict) : (bytes) => [...bytes],
    readingOf: (code) => {
      const known = readings.get(code);
      if (known !== undefined) return known;
      const reading = read(code);
      readings.set(code, reading);
      return reading;
    },
  };
}

type Reading = (code: number) => CodeReading;

/** §9.10.2: by collections that readers have tables of. */
const collections: ReadonlySet<string> = new Set(["Japan1", "GB1", "CNS1", "Korea1", "KR"]);

function compositeReading(objects: ObjectReader, dict: PdfDict | undefined): Reading {
  const encoding = objects.name(objects.get(dict, "Encoding"));
  const isNamedForIt = encoding !== undefined && !encoding.startsWith("Identity-");
  const descendant = descendantOf(objects, dict);
  const info = objects.dict(objects.get(descendant, "CIDSystemInfo"));
  const ordering = objects.text(objects.get(info, "Ordering")) ?? "";
  return isNamedForIt || collections.has(ordering) ? () => knownElsewhere : () => unmapped;
}

function compositeCodes(
  objects: ObjectReader,
  dict: PdfDict | undefined,
): (bytes: Uint8Array) => readonly number[] {
  const encoding = objects.get(dict, "Encoding");
  const name = objects.name(encoding);
  if (name !== undefined && !/^Identity-|UCS2|UTF16/.test(name)) return () => [];
  const cmap = objects.streamBytes(encoding);
  const ranges = cmap === undefined ? [] : codeRanges(Buffer.from(cmap).toString("latin1"));
  return (bytes) => splitCodes(bytes, ranges);
}

interface CodeRange {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

/** §9.7.6.2, "codespace ranges". */
function codeRanges(cmap: string): readonly CodeRange[] {
  return [...cmap.matchAll(/begincodespacerange(.*?)endcodespacerange/gs)].flatMap(
    ([, body = ""]) =>
      [...body.matchAll(/<([\s\da-f]*)>\s*<([\s\da-f]*)>/gi)].map(([, from = "", to = ""]) => ({
        from: hexadecimal(from),
        to: hexadecimal(to),
      })),
  );
}

function hexadecimal(digits: string): Uint8Array {
  return Buffer.from(digits.replace(/\s/g, ""), "hex");
}

/** Two bytes a code, unless ranges say otherwise. */
function splitCodes(bytes: Uint8Array, ranges: readonly CodeRange[]): readonly number[] {
  const codes: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const start = at;
    const range = ranges.find(
      ({ from, to }) =>
        from.length > 0 &&
        start + from.length <= bytes.length &&
        from.every((low, index) => {
          const byte = bytes[start + index] ?? 0;
          return byte >= low && byte <= (to[index] ?? 0);
        }),
    );
    const length = range?.from.length ?? 2;
    let code = 0;
    for (let index = 0; index < length; index++) code = code * 256 + (bytes[at + index] ?? 0);
    codes.push(code);
    at += length;
  }
  return codes;
}

/** Bit 3 of the descriptor's flags (§9.8.2). */
const SYMBOLIC = 4;
/** Fonts that every reader has, with encodings of their own. */
const ownAlphabets = /^(?:Symbol|ZapfDingbats)/;

function simpleReading(objects: ObjectReader, dict: PdfDict | undefined): Reading {
  const encoding = objects.get(dict, "Encoding");
  const encodingDict = objects.dict(encoding);
  const base = baseReading(
    objects,
    dict,
    objects.name(encoding) ?? objects.name(objects.get(encodingDict, "BaseEncoding")),
  );
  const hasOwnAlphabet = ownAlphabets.test(fontName(objects, dict) ?? "");
  const names = encodingDifferences(objects, encodingDict);
  return (code) => {
    const name = names.get(code);
    if (name === undefined) return base(code);
    const text = textOfGlyphName(name);
    if (text !== undefined && text !== "") return { kind: "text", text };
    return hasOwnAlphabet && name !== ".notdef" ? knownElsewhere : unmapped;
  };
}

function baseReading(
  objects: ObjectReader,
  dict: PdfDict | undefined,
  encoding: string | undefined,
): Reading {
  switch (encoding) {
    case "WinAnsiEncoding":
      return (code) => decodedByte(code, "windows-1252");
    case "MacRomanEncoding":
      return (code) => decodedByte(code, "macintosh");
    case "StandardEncoding":
      return standardReading;
    case "MacExpertEncoding":
      return () => knownElsewhere;
  }
  if (ownAlphabets.test(fontName(objects, dict) ?? "")) return () => knownElsewhere;
  if (objects.name(objects.get(dict, "Subtype")) === "Type3") return () => unmapped;
  const descriptor = objects.dict(objects.get(dict, "FontDescriptor"));
  const flags = objects.number(objects.get(descriptor, "Flags")) ?? 0;
  const isOwn = descriptor !== undefined && (flags & SYMBOLIC) !== 0;
  if (!isOwn) return standardReading;
  // A TrueType program knows glyphs by number; others have names, which may say something.
  return objects.name(objects.get(dict, "Subtype")) === "TrueType" ? () => unmapped : () => unsure;
}

function decodedByte(code: number, encoding: string): CodeReading {
  if (code < 0x20) return unmapped;
  const text = new TextDecoder(encoding).decode(Uint8Array.of(code));
  // WinAnsiEncoding shows a bullet for codes that Windows has no character for (annex D.2).
  return { kind: "text", text: /[\u007F-\u009F]/.test(text) ? "•" : text };
}

/** Annex D.2, from 0xA1 on; a space where there is no character. */
const STANDARD =
  "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—" +
  " ".repeat(16) +
  "Æ ª    ŁØŒº     æ   ı  łøœß";

function standardReading(code: number): CodeReading {
  if (code === 0x27) return { kind: "text", text: "’" };
  if (code === 0x60) return { kind: "text", text: "‘" };
  if (code >= 0x20 && code < 0x7f) return { kind: "text", text: String.fromCharCode(code) };
  const text = code > 0xa0 ? (STANDARD[code - 0xa1] ?? " ") : " ";
  return text === " " ? unmapped : { kind: "text", text };
}
