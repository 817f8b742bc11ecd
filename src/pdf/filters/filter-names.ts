/** The filters of a stream (ISO 32000-1 §7.4). Input: its dictionary; output: names, the first to undo first. */
import type { ObjectReader } from "../objects/object-reader.ts";
import type { PdfDict } from "../objects/types.ts";

export function filterNames(objects: ObjectReader, dict: PdfDict | undefined): readonly string[] {
  const filter = objects.get(dict, "Filter");
  const names = objects.isArray(filter) ? objects.items(filter) : [filter];
  return names.flatMap((name) => objects.name(name) ?? []);
}
