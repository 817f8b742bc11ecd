/**
 * Fonts whose codes are shown only where content is not written anew, as in a pattern: no code of
 * theirs may read as private use or nothing either. Input: a document; output: their ToUnicode maps,
 * changed where they must be. ISO 32000-1 §9.10.3.
 */
import { PDFDict, PDFName, PDFRawStream, type PDFContext } from "@cantoo/pdf-lib";
import { deflateSync } from "node:zlib";
import { streamText } from "../filters/stream-text.ts";
import { readableText } from "./readable-text.ts";
import { readToUnicode, writeToUnicode } from "./to-unicode.ts";

const toUnicode = PDFName.of("ToUnicode");

export function cleanToUnicode(context: PDFContext, written: ReadonlySet<PDFDict>): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || written.has(object)) continue;
    if (object.lookup(PDFName.of("Type")) !== PDFName.of("Font")) continue;
    const map = object.lookup(toUnicode);
    if (!(map instanceof PDFRawStream)) continue;
    const texts = readToUnicode(streamText(map));
    const readable = new Map([...texts].map(([code, text]) => [code, readableText(text)]));
    if ([...texts].every(([code, text]) => readable.get(code) === text)) continue;
    const isComposite = object.lookup(PDFName.of("Subtype")) === PDFName.of("Type0");
    const cmap = Buffer.from(writeToUnicode(readable, isComposite ? 2 : 1), "latin1");
    const dict = context.obj({ Filter: "FlateDecode" });
    object.set(toUnicode, context.register(PDFRawStream.of(dict, deflateSync(cmap))));
  }
}
