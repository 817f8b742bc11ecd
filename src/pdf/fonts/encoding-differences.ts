/** Where a font's encoding differs from its base (ISO 32000-1 §9.6.6.1). */
import type { ObjectReader } from "../objects/object-reader.ts";
import type { PdfDict } from "../objects/types.ts";

/** The names of glyphs by code. */
export function encodingDifferences(
  objects: ObjectReader,
  encoding: PdfDict | undefined,
): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const item of objects.items(objects.get(encoding, "Differences"))) {
    const number = objects.number(item);
    if (number !== undefined) code = number;
    else names.set(code++, objects.name(item) ?? "");
  }
  return names;
}
