/**
 * The names of fonts in a PDF. Input: font dictionaries, or all objects that a browser printed; output:
 * PostScript names without the prefix of a subset: `ABCDEF+Inter-Regular` → `Inter-Regular` (ISO
 * 32000-1 §9.6.4).
 */
import type { ObjectReader } from "../objects/object-reader.ts";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import type { PdfDict } from "../objects/types.ts";

/** Undefined for a font that has none (Type 3). */
export function fontName(objects: ObjectReader, font: PdfDict | undefined): string | undefined {
  return withoutPrefix(objects.name(objects.get(font, "BaseFont")));
}

/**
 * Of a printed PDF, sorted, each once. Type 3 fonts have no name of their own (§9.6.5); Chromium says
 * in their descriptor which font they were made of.
 */
export function printedFontNames(objects: PdfObjects): readonly string[] {
  const names = objects.all().flatMap(([, object]) => {
    const dict = objects.dict(object);
    if (objects.name(objects.get(dict, "Type")) !== "FontDescriptor") return [];
    return withoutPrefix(objects.name(objects.get(dict, "FontName"))) ?? [];
  });
  return [...new Set(names)].sort();
}

function withoutPrefix(name: string | undefined): string | undefined {
  return name?.replace(/^[A-Z]{6}\+/u, "");
}
