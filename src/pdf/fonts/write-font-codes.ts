/**
 * Puts codes into a font: ToUnicode for all of them, and for those that were added the glyph and its
 * width. Input: a font that the browser wrote and its `FontCodes`; output: the same font objects,
 * changed, and copies where codes of one byte ran out. Fonts of kinds that the browser does not write
 * take no further codes. ISO 32000-1 §9.6.5, §9.7.4, §9.10.3.
 */
import type { PdfObjects } from "../objects/pdf-objects.ts";
import { pdfNumber } from "../objects/pdf-number.ts";
import type { PdfDict, PdfRef, PdfValue } from "../objects/types.ts";
import { descendantOf } from "./descendant.ts";
import { encodingDifferences } from "./encoding-differences.ts";
import type { FontDecoder } from "./font-decoder.ts";
import { FontCodes, type CodeSpace } from "./font-codes.ts";
import { ownWidths } from "./glyph-widths.ts";
import { readableText } from "./readable-text.ts";
import { writeToUnicode } from "./to-unicode.ts";

export interface OpenFontCodes {
  readonly dict: PdfDict;
  readonly codes: FontCodes;
  /** Copies of the font, there after `write`. */
  readonly copies: readonly PdfRef[];
  readonly write: () => void;
}

export function openFontCodes(
  objects: PdfObjects,
  dict: PdfDict,
  decoder: FontDecoder,
): OpenFontCodes {
  const descendant = descendantOf(objects, dict);
  const isTrueType = objects.name(objects.get(descendant, "Subtype")) === "CIDFontType2";
  if (decoder.isComposite && descendant !== undefined && isTrueType) {
    return openComposite(objects, dict, descendant, decoder);
  }
  if (objects.name(objects.get(dict, "Subtype")) === "Type3") {
    return openDrawn(objects, dict, decoder);
  }
  const codes = new FontCodes({ free: noCodes, copies: undefined });
  return {
    dict,
    codes,
    copies: [],
    write: () => {
      writeTexts(objects, dict, decoder, codes);
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
  objects: PdfObjects,
  dict: PdfDict,
  descendant: PdfDict,
  decoder: FontDecoder,
): OpenFontCodes {
  const isIdentity = objects.name(objects.get(descendant, "CIDToGIDMap")) === "Identity";
  const space: CodeSpace = {
    free: () =>
      isIdentity ? counted(glyphCount(objects, descendant, decoder), 0x10000) : noCodes(),
    copies: undefined,
  };
  const codes = new FontCodes(space);
  const write = (): void => {
    writeTexts(objects, dict, decoder, codes);
    const [added] = codes.added;
    if (added === undefined || added.size === 0) return;
    objects.set(descendant, "CIDToGIDMap", cidToGidMap(objects, codes, decoder));
    objects.set(descendant, "W", [
      ...objects.items(objects.get(descendant, "W")),
      // They are counted up without a gap.
      [...added.keys()][0] ?? 0,
      [...added.values()].map(({ glyph }) => decoder.widthOf(glyph)),
    ]);
    // It may be left out, and must name every CID where it is there (ISO 19005-2 §6.2.11.4.2).
    const descriptor = objects.dict(objects.get(descendant, "FontDescriptor"));
    if (descriptor !== undefined) objects.unset(descriptor, "CIDSet");
  };
  return { dict, codes, copies: [], write };
}

/** Two bytes for each CID; those that nothing shows are 0, which costs nearly nothing. */
function cidToGidMap(objects: PdfObjects, codes: FontCodes, decoder: FontDecoder): PdfRef {
  const [added = new Map<number, { readonly glyph: number }>()] = codes.added;
  const end = Math.max(0, ...added.keys(), ...codes.kept.keys(), ...decoder.texts.keys()) + 1;
  const bytes = new Uint8Array(end * 2);
  const put = (cid: number, glyph: number): void => {
    bytes[cid * 2] = glyph >> 8;
    bytes[cid * 2 + 1] = glyph & 0xff;
  };
  for (const code of [...decoder.texts.keys(), ...codes.kept.keys()]) put(code, code);
  for (const [code, { glyph }] of added) put(code, glyph);
  return objects.add(objects.makePackedStream(bytes));
}

/** As the font program says it (OpenType, `maxp`), or after the last code that is known. */
function glyphCount(objects: PdfObjects, descendant: PdfDict, decoder: FontDecoder): number {
  const descriptor = objects.dict(objects.get(descendant, "FontDescriptor"));
  const program = Buffer.from(objects.streamBytes(objects.get(descriptor, "FontFile2")) ?? []);
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
function openDrawn(objects: PdfObjects, dict: PdfDict, decoder: FontDecoder): OpenFontCodes {
  const encoding = objects.dict(objects.get(dict, "Encoding"));
  const drawings = encodingDifferences(objects, encoding);
  const copies: PdfRef[] = [];
  const codes = new FontCodes({
    *free() {
      for (const code of counted(0, 256)) if (!drawings.has(code)) yield code;
    },
    copies: { from: 0, end: 256 },
  });
  const write = (): void => {
    writeTexts(objects, dict, decoder, codes);
    const widthOf = ownWidths(objects, dict);
    for (const [copy, added] of codes.added.entries()) {
      if (added.size === 0) continue;
      const target = copy === 0 ? dict : objects.copyDict(dict);
      const named = new Map(copy === 0 ? drawings : []);
      const glyphs = new Map([...named.keys()].map((code) => [code, code]));
      for (const [code, { glyph }] of added) {
        named.set(code, drawings.get(glyph) ?? ".notdef");
        glyphs.set(code, glyph);
      }
      writeDrawn(objects, target, named, (code) => widthOf(glyphs.get(code) ?? -1));
      if (copy > 0) {
        const texts = new Map([...added].map(([code, { text }]) => [code, text]));
        objects.set(target, "ToUnicode", toUnicode(objects, texts, decoder));
        copies.push(objects.add(target));
      }
    }
  };
  return { dict, codes, copies, write };
}

function writeDrawn(
  objects: PdfObjects,
  font: PdfDict,
  drawings: ReadonlyMap<number, string>,
  widthOf: (code: number) => number,
): void {
  const codes = [...drawings.keys()].sort((a, b) => a - b);
  const first = codes[0] ?? 0;
  const last = codes.at(-1) ?? 0;
  const differences: PdfValue[] = [];
  for (const [index, code] of codes.entries()) {
    if (code - 1 !== codes[index - 1]) differences.push(code);
    differences.push(drawings.get(code) ?? ".notdef");
  }
  const widths = [...counted(first, last + 1)].map((code) =>
    drawings.has(code) ? pdfNumber(widthOf(code)) : 0,
  );
  objects.set(font, "Encoding", { Type: "Encoding", Differences: differences });
  objects.set(font, "FirstChar", first);
  objects.set(font, "LastChar", last);
  objects.set(font, "Widths", widths);
}

/** What each code of the font itself reads as. */
function writeTexts(
  objects: PdfObjects,
  dict: PdfDict,
  decoder: FontDecoder,
  codes: FontCodes,
): void {
  const texts = new Map<number, string>();
  // What is shown in places that are not written anew, such as a pattern, keeps its reading.
  for (const [code, text] of decoder.texts) texts.set(code, readableText(text));
  for (const [code, text] of codes.kept) texts.set(code, text);
  for (const [code, { text }] of codes.added[0] ?? []) texts.set(code, text);
  if (texts.size > 0) objects.set(dict, "ToUnicode", toUnicode(objects, texts, decoder));
}

function toUnicode(
  objects: PdfObjects,
  texts: ReadonlyMap<number, string>,
  { codeLength }: FontDecoder,
): PdfRef {
  const cmap = Buffer.from(writeToUnicode(texts, codeLength), "latin1");
  return objects.add(objects.makePackedStream(cmap));
}
