/**
 * Whether a page paints anything transparent, and so has to say in which colours it blends. Input: a
 * page's resources; output: yes or no. ISO 15930-7, ISO 32000-1 §11.6.
 */
import { transparencyIn } from "../../pdf/paint/transparency.ts";
import type { PdfDict, PdfObject } from "../../pdf/objects/types.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";

export function usesTransparency(
  objects: PdfObjects,
  resources: PdfDict | undefined,
  seen = new Set<PdfDict>(),
): boolean {
  if (resources === undefined || seen.has(resources)) return false;
  seen.add(resources);
  const values = (category: string): readonly PdfObject[] =>
    objects.entries(objects.get(resources, category)).map(([, value]) => value);
  const within = (object: PdfObject): boolean => {
    const dict = objects.stream(object)?.dict ?? objects.dict(object);
    if (dict === undefined) return false;
    if (objects.get(dict, "Group") !== undefined || objects.get(dict, "SMask") !== undefined) {
      return true;
    }
    return usesTransparency(objects, objects.dict(objects.get(dict, "Resources")), seen);
  };
  return (
    values("ExtGState").some(
      (state) => transparencyIn(objects, objects.dict(state)) !== undefined,
    ) || ["XObject", "Pattern", "Font"].some((category) => values(category).some(within))
  );
}
