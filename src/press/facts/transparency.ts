/**
 * Whether a page paints anything transparent, and so has to say in which colours it blends. Input: a
 * page's resources; output: yes or no. ISO 15930-7, ISO 32000-1 §11.6.
 */
import type { PDFDict, PDFObject } from "@cantoo/pdf-lib";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";

export function usesTransparency(
  objects: PdfObjects,
  resources: PDFDict | undefined,
  seen = new Set<PDFDict>(),
): boolean {
  if (resources === undefined || seen.has(resources)) return false;
  seen.add(resources);
  const values = (category: string): readonly PDFObject[] =>
    objects.dict(objects.get(resources, category))?.values() ?? [];
  const within = (object: PDFObject): boolean => {
    const dict = objects.stream(object)?.dict ?? objects.dict(object);
    if (dict === undefined) return false;
    if (objects.get(dict, "Group") !== undefined || objects.get(dict, "SMask") !== undefined) {
      return true;
    }
    return usesTransparency(objects, objects.dict(objects.get(dict, "Resources")), seen);
  };
  return (
    values("ExtGState").some((state) => isTransparent(objects, objects.dict(state))) ||
    ["XObject", "Pattern", "Font"].some((category) => values(category).some(within))
  );
}

function isTransparent(objects: PdfObjects, state: PDFDict | undefined): boolean {
  const opacity = (key: string): number => objects.number(objects.get(state, key)) ?? 1;
  const mode = objects.name(objects.get(state, "BM")) ?? "Normal";
  return (
    opacity("ca") < 1 ||
    opacity("CA") < 1 ||
    (mode !== "Normal" && mode !== "Compatible") ||
    objects.dict(objects.get(state, "SMask")) !== undefined
  );
}
