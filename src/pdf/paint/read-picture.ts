/**
 * Pictures as they are painted (ISO 32000-1 §8.9). Input: the dictionary of an image and the state it
 * is painted in; output: pixels, printed size and colour space. It reads no samples.
 */
import { readColourSpace } from "../colour/colour-space.ts";
import type { Resources } from "../content/resources.ts";
import { filterNames } from "../filters/filter-names.ts";
import { intersection, transformBox } from "../geometry/box.ts";
import type { PdfDict } from "../objects/types.ts";
import { paintOf, type PaintState } from "./paint-state.ts";
import type { PaintedPicture } from "./painted.ts";

type Picture = Omit<PaintedPicture, "page" | "isInMask" | "isTile">;

export function readPicture(
  { objects, dict: resources }: Resources,
  dict: PdfDict,
  state: PaintState,
  isInline: boolean,
): Picture {
  const number = (of: PdfDict, key: string): number => objects.number(objects.get(of, key)) ?? 0;
  const isBitonal = (of: PdfDict): boolean =>
    objects.boolean(objects.get(of, "ImageMask")) === true || number(of, "BitsPerComponent") === 1;
  const isStencil = objects.boolean(objects.get(dict, "ImageMask")) === true;
  const space = objects.get(dict, "ColorSpace");
  const mask = (
    objects.stream(objects.get(dict, "SMask")) ?? objects.stream(objects.get(dict, "Mask"))
  )?.dict;
  return {
    ...placed(state),
    widthPx: number(dict, "Width"),
    heightPx: number(dict, "Height"),
    isBitonal: isBitonal(dict),
    filters: filterNames(objects, dict),
    isInline,
    ...(isStencil ? { paint: paintOf(state, "fill") } : {}),
    ...(isStencil || space === undefined
      ? {}
      : { space: readColourSpace(objects, space, resources, { hasDefaultSpaces: true }) }),
    ...(mask === undefined
      ? {}
      : {
          mask: {
            widthPx: number(mask, "Width"),
            heightPx: number(mask, "Height"),
            isBitonal: isBitonal(mask),
          },
        }),
  };
}

/** A picture fills the unit square (§8.9.5.1). */
function placed({
  matrix,
  own: clip,
}: PaintState): Pick<Picture, "kind" | "boxPt" | "acrossPt" | "downPt"> {
  const [a, b, c, d] = matrix;
  return {
    kind: "picture",
    boxPt: intersection(transformBox(matrix, [0, 0, 1, 1]), clip),
    acrossPt: Math.hypot(a, b),
    downPt: Math.hypot(c, d),
  };
}
