/**
 * What makes a graphics state transparent, in words (ISO 32000-1 §11.6.4, §11.6.5). Input: the entries
 * of a graphics state dictionary; output: the first reason, or nothing.
 */
import type { ObjectReader } from "../objects/object-reader.ts";
import type { PdfDict } from "../objects/types.ts";

export function transparencyIn(
  objects: ObjectReader,
  dict: PdfDict | undefined,
): string | undefined {
  if (objects.dict(objects.get(dict, "SMask")) !== undefined) return "a soft mask";
  const opacity = (key: string): number => objects.number(objects.get(dict, key)) ?? 1;
  if (opacity("ca") < 1 || opacity("CA") < 1) return "an opacity below 1";
  const blend = objects.get(dict, "BM");
  const mode = objects.name(blend) ?? objects.name(objects.items(blend)[0]) ?? "Normal";
  return mode === "Normal" || mode === "Compatible" ? undefined : `the blend mode ${mode}`;
}
