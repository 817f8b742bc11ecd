/** Composite fonts (ISO 32000-1 §9.7): which a font is, and the CIDFont of one. */
import type { ObjectReader } from "../objects/object-reader.ts";
import type { PdfDict } from "../objects/types.ts";

export function isComposite(objects: ObjectReader, font: PdfDict | undefined): boolean {
  return objects.name(objects.get(font, "Subtype")) === "Type0";
}

export function descendantOf(
  objects: ObjectReader,
  font: PdfDict | undefined,
): PdfDict | undefined {
  return objects.dict(objects.items(objects.get(font, "DescendantFonts"))[0]);
}
