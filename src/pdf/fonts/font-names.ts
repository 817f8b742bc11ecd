/**
 * The names of the fonts in a PDF that a browser printed. Input: its objects; output: PostScript names,
 * sorted, each once. Type 3 fonts have no name of their own (ISO 32000-1, 9.6.5); Chromium says in their
 * descriptor which font they were made of.
 */
import { PDFDict, PDFName, type PDFContext } from "@cantoo/pdf-lib";

const keys = { type: PDFName.of("Type"), fontName: PDFName.of("FontName") };
const descriptor = PDFName.of("FontDescriptor");

export function printedFontNames(context: PDFContext): readonly string[] {
  const names = new Set<string>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(keys.type) !== descriptor) continue;
    const name = context.lookup(object.get(keys.fontName));
    // Without the prefix of a subset (9.6.4).
    if (name instanceof PDFName) names.add(name.decodeText().replace(/^[A-Z]{6}\+/u, ""));
  }
  return [...names].sort();
}
