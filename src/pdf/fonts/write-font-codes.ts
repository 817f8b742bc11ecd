/**
 * Puts codes into a font: ToUnicode for all of them, and for those that were added the glyph and its
 * width. Input: a font that the browser wrote and its `FontCodes`; output: the same font objects,
 * changed, and copies where codes of one byte ran out. Fonts of kinds that the browser does not write
 * take no further codes. ISO 32000-1 §9.6.5, §9.7.4, §9.10.3.
 */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFContext,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { deflateSync } from "node:zlib";
import { pdfNumber } from "../objects/pdf-number.ts";
import { streamText } from "../filters/stream-text.ts";
import { descendantOf, type FontDecoder } from "./font-decoder.ts";
import { FontCodes, type CodeSpace } from "./font-codes.ts";
import { readableText } from "./readable-text.ts";
import { writeToUnicode } from "./to-unicode.ts";

export interface OpenFontCodes {
  readonly dict: PDFDict;
  readonly codes: FontCodes;
  /** Copies of the font, there after `write`. */
  readonly copies: readonly PDFRef[];
  readonly write: () => void;
}

const names = {
  cidToGid: PDFName.of("CIDToGIDMap"),
  cidSet: PDFName.of("CIDSet"),
  descriptor: PDFName.of("FontDescriptor"),
  differences: PDFName.of("Differences"),
  encoding: PDFName.of("Encoding"),
  first: PDFName.of("FirstChar"),
  last: PDFName.of("LastChar"),
  subtype: PDFName.of("Subtype"),
  toUnicode: PDFName.of("ToUnicode"),
  widths: PDFName.of("Widths"),
  cidWidths: PDFName.of("W"),
};

export function openFontCodes(
  context: PDFContext,
  dict: PDFDict,
  decoder: FontDecoder,
): OpenFontCodes {
  const descendant = descendantOf(dict);
  if (decoder.isComposite && descendant?.lookup(names.subtype) === PDFName.of("CIDFontType2")) {
    return openComposite(context, dict, descendant, decoder);
  }
  if (dict.lookup(names.subtype) === PDFName.of("Type3")) return openDrawn(context, dict, decoder);
  const codes = new FontCodes({ free: noCodes, copies: undefined });
  return {
    dict,
    codes,
    copies: [],
    write: () => {
      writeTexts(context, dict, decoder, codes);
    },
  };
}

function noCodes(): Iterator<number> {
  return [][Symbol.iterator]();
}

function* counted(from: number, end: number): Generator<number> {
  for (let code = from; code < end; code++) yield code;
}

/** Codes are CIDs and, as the browser writes it, glyph numbers: new ones come after the last glyph. */
function openComposite(
  context: PDFContext,
  dict: PDFDict,
  descendant: PDFDict,
  decoder: FontDecoder,
): OpenFontCodes {
  const isIdentity = descendant.lookup(names.cidToGid) === PDFName.of("Identity");
  const space: CodeSpace = {
    free: () => (isIdentity ? counted(glyphCount(descendant, decoder), 0x10000) : noCodes()),
    copies: undefined,
  };
  const codes = new FontCodes(space);
  const write = (): void => {
    writeTexts(context, dict, decoder, codes);
    const [added] = codes.added;
    if (added === undefined || added.size === 0) return;
    descendant.set(names.cidToGid, cidToGidMap(context, codes, decoder));
    const list = descendant.lookup(names.cidWidths);
    const widths = list instanceof PDFArray ? list : context.obj([]);
    descendant.set(names.cidWidths, widths);
    // They are counted up without a gap.
    widths.push(PDFNumber.of([...added.keys()][0] ?? 0));
    widths.push(context.obj([...added.values()].map(({ glyph }) => decoder.widthOf(glyph))));
    const descriptor = descendant.lookup(names.descriptor);
    // It may be left out, and must name every CID where it is there (ISO 19005-2 §6.2.11.4.2).
    if (descriptor instanceof PDFDict) descriptor.delete(names.cidSet);
  };
  return { dict, codes, copies: [], write };
}

/** Two bytes for each CID; those that nothing shows are 0, which costs nearly nothing. */
function cidToGidMap(context: PDFContext, codes: FontCodes, decoder: FontDecoder): PDFRef {
  const [added = new Map<number, { readonly glyph: number }>()] = codes.added;
  const end = Math.max(0, ...added.keys(), ...codes.kept.keys(), ...decoder.texts.keys()) + 1;
  const bytes = new Uint8Array(end * 2);
  const put = (cid: number, glyph: number): void => {
    bytes[cid * 2] = glyph >> 8;
    bytes[cid * 2 + 1] = glyph & 0xff;
  };
  for (const code of [...decoder.texts.keys(), ...codes.kept.keys()]) put(code, code);
  for (const [code, { glyph }] of added) put(code, glyph);
  return register(context, bytes);
}

/** As the font program says it (OpenType, `maxp`), or after the last code that is known. */
function glyphCount(descendant: PDFDict, decoder: FontDecoder): number {
  const descriptor = descendant.lookup(names.descriptor);
  const file =
    descriptor instanceof PDFDict ? descriptor.lookup(PDFName.of("FontFile2")) : undefined;
  const program = Buffer.from(streamText(file), "latin1");
  const known = Math.max(0, ...decoder.texts.keys()) + 1;
  const tables = program.length >= 12 ? program.readUInt16BE(4) : 0;
  for (let at = 12; at < 12 + tables * 16 && at + 16 <= program.length; at += 16) {
    if (program.toString("latin1", at, at + 4) !== "maxp") continue;
    const offset = program.readUInt32BE(at + 8);
    if (offset + 6 > program.length) break;
    return Math.max(known, program.readUInt16BE(offset + 4));
  }
  return known;
}

/** Type 3: codes of one byte, each of which names a drawing. */
function openDrawn(context: PDFContext, dict: PDFDict, decoder: FontDecoder): OpenFontCodes {
  const drawings = readDifferences(dict);
  const copies: PDFRef[] = [];
  const codes = new FontCodes({
    *free() {
      for (const code of counted(0, 256)) if (!drawings.has(code)) yield code;
    },
    copies: { from: 0, end: 256 },
  });
  const write = (): void => {
    writeTexts(context, dict, decoder, codes);
    for (const [copy, added] of codes.added.entries()) {
      if (added.size === 0) continue;
      const target = copy === 0 ? dict : dict.clone(context);
      const named = new Map(copy === 0 ? drawings : []);
      const glyphs = new Map([...named.keys()].map((code) => [code, code]));
      for (const [code, { glyph }] of added) {
        named.set(code, drawings.get(glyph) ?? ".notdef");
        glyphs.set(code, glyph);
      }
      writeDrawn(context, target, named, (code) => ownWidth(dict, glyphs.get(code)));
      if (copy > 0) {
        const texts = new Map([...added].map(([code, { text }]) => [code, text]));
        target.set(names.toUnicode, toUnicode(context, texts, decoder));
        copies.push(context.register(target));
      }
    }
  };
  return { dict, codes, copies, write };
}

/** The names of drawings by code. */
function readDifferences(font: PDFDict): Map<number, string> {
  const encoding = font.lookup(names.encoding);
  const list = encoding instanceof PDFDict ? encoding.lookup(names.differences) : undefined;
  const found = new Map<number, string>();
  let code = 0;
  for (const entry of list instanceof PDFArray ? list.asArray() : []) {
    if (entry instanceof PDFNumber) code = entry.asNumber();
    else if (entry instanceof PDFName) found.set(code++, entry.decodeText());
  }
  return found;
}

function ownWidth(font: PDFDict, code: number | undefined): number {
  const first = font.lookup(names.first);
  const widths = font.lookup(names.widths);
  if (code === undefined || !(first instanceof PDFNumber) || !(widths instanceof PDFArray))
    return 0;
  const at = code - first.asNumber();
  const width = at >= 0 && at < widths.size() ? widths.lookup(at) : undefined;
  return width instanceof PDFNumber ? width.asNumber() : 0;
}

function writeDrawn(
  context: PDFContext,
  font: PDFDict,
  drawings: ReadonlyMap<number, string>,
  widthOf: (code: number) => number,
): void {
  const codes = [...drawings.keys()].sort((a, b) => a - b);
  const first = codes[0] ?? 0;
  const last = codes.at(-1) ?? 0;
  const differences = context.obj([]);
  for (const [index, code] of codes.entries()) {
    if (code - 1 !== codes[index - 1]) differences.push(PDFNumber.of(code));
    differences.push(PDFName.of(drawings.get(code) ?? ".notdef"));
  }
  const widths = [...counted(first, last + 1)].map((code) =>
    drawings.has(code) ? pdfNumber(widthOf(code)) : 0,
  );
  font.set(names.encoding, context.obj({ Type: "Encoding", Differences: differences }));
  font.set(names.first, PDFNumber.of(first));
  font.set(names.last, PDFNumber.of(last));
  font.set(names.widths, context.obj(widths));
}

/** What each code of the font itself reads as. */
function writeTexts(
  context: PDFContext,
  dict: PDFDict,
  decoder: FontDecoder,
  codes: FontCodes,
): void {
  const texts = new Map<number, string>();
  // What is shown in places that are not written anew, such as a pattern, keeps its reading.
  for (const [code, text] of decoder.texts) texts.set(code, readableText(text));
  for (const [code, text] of codes.kept) texts.set(code, text);
  for (const [code, { text }] of codes.added[0] ?? []) texts.set(code, text);
  if (texts.size > 0) dict.set(names.toUnicode, toUnicode(context, texts, decoder));
}

function toUnicode(
  context: PDFContext,
  texts: ReadonlyMap<number, string>,
  { codeLength }: FontDecoder,
): PDFRef {
  return register(context, Buffer.from(writeToUnicode(texts, codeLength), "latin1"));
}

function register(context: PDFContext, bytes: Uint8Array): PDFRef {
  const dict = context.obj({ Filter: "FlateDecode" });
  return context.register(PDFRawStream.of(dict, deflateSync(bytes)));
}
