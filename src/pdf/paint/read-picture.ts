/**
 * Pictures as they are painted (ISO 32000-1 §8.9). Input: the dictionary of an image and the state it
 * is painted in; output: pixels, printed size and colour space. It reads no samples.
 */
import { readColourSpace } from "../colour/colour-space.ts";
import type { Resources } from "../content/resources.ts";
import { intersection, transformBox } from "../geometry/box.ts";
import { readImageFacts, type ImageFacts } from "../images/image-facts.ts";
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
  const { widthPx, heightPx, bits, filters, isStencil, space, softMask, stencilMask } =
    readImageFacts(objects, dict);
  const mask = softMask ?? stencilMask;
  return {
    ...placed(state),
    widthPx,
    heightPx,
    isBitonal: bits === 1,
    filters,
    isInline,
    ...(isStencil ? { paint: paintOf(state, "fill") } : {}),
    ...(space === undefined
      ? {}
      : { space: readColourSpace(objects, space, resources, { hasDefaultSpaces: true }) }),
    ...(mask === undefined ? {} : { mask: maskOf(readImageFacts(objects, mask.dict)) }),
  };
}

function maskOf({ widthPx, heightPx, bits }: ImageFacts): NonNullable<Picture["mask"]> {
  return { widthPx, heightPx, isBitonal: bits === 1 };
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
