/**
 * Fonts that are not in the file, and so would be another machine's. Input: the objects of a PDF;
 * output: their names. ISO 15930-7.
 */
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";

export function fontsNotEmbedded(objects: PdfObjects): readonly string[] {
  const missing = objects.all().flatMap(([, object]) => {
    const dict = objects.dict(object);
    if (objects.name(objects.get(dict, "Type")) !== "Font") return [];
    const subtype = objects.name(objects.get(dict, "Subtype"));
    // A composite font is embedded by its descendant; a drawn one is its own drawings.
    if (subtype === "Type0" || subtype === "Type3") return [];
    const descriptor = objects.dict(objects.get(dict, "FontDescriptor"));
    const isEmbedded = ["FontFile", "FontFile2", "FontFile3"].some(
      (key) => objects.stream(objects.get(descriptor, key)) !== undefined,
    );
    return isEmbedded ? [] : [objects.name(objects.get(dict, "BaseFont")) ?? "without a name"];
  });
  return [...new Set(missing)].sort();
}
