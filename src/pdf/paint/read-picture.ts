/**
 * Pictures as they are painted: image XObjects and inline images (ISO 32000-1 §8.9). Input: their
 * dictionary and the state they are painted in; output: pixels, printed size and colour space. It
 * reads no samples.
 */
import { PDFName, type PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import { nameValue, arrayItems, type ContentDictionary } from "../content/content-stream.ts";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import { intersection, transformBox } from "../geometry/box.ts";
import { readColourSpace, type ColourSpace } from "../colour/colour.ts";
import { paintOf, type GraphicsState } from "./graphics-state.ts";
import type { PaintedPicture } from "./painted.ts";

type Picture = Omit<PaintedPicture, "page" | "isInMask" | "isTile">;

export function readPicture(
  objects: PdfObjects,
  dict: PDFDict,
  resources: PDFDict | undefined,
  state: GraphicsState,
): Picture {
  const number = (of: PDFDict, key: string): number => objects.number(objects.get(of, key)) ?? 0;
  const isStencil = objects.boolean(objects.get(dict, "ImageMask")) === true;
  const spaceObject = objects.get(dict, "ColorSpace");
  const mask = (
    objects.stream(objects.get(dict, "SMask")) ?? objects.stream(objects.get(dict, "Mask"))
  )?.dict;
  return {
    ...placed(state),
    widthPx: number(dict, "Width"),
    heightPx: number(dict, "Height"),
    isBitonal: isStencil || number(dict, "BitsPerComponent") === 1,
    filters: filterNames(objects, dict),
    isInline: false,
    ...(isStencil ? { paint: paintOf(state, "fill") } : {}),
    ...(isStencil || spaceObject === undefined
      ? {}
      : { space: readColourSpace(objects, spaceObject, resources) }),
    ...(mask === undefined
      ? {}
      : {
          mask: {
            widthPx: number(mask, "Width"),
            heightPx: number(mask, "Height"),
            isBitonal:
              objects.boolean(objects.get(mask, "ImageMask")) === true ||
              number(mask, "BitsPerComponent") === 1,
          },
        }),
  };
}

export function readInlinePicture(
  objects: PdfObjects,
  { entries }: ContentDictionary,
  resources: PDFDict | undefined,
  state: GraphicsState,
): Picture {
  const entry = (short: string, long: string) => entries.get(short) ?? entries.get(long);
  const number = (short: string, long: string): number => {
    const value = entry(short, long);
    return typeof value === "number" ? value : 0;
  };
  const isStencil = entry("IM", "ImageMask") === true;
  const space = entry("CS", "ColorSpace");
  const filter = entry("F", "Filter");
  const inner = arrayItems(space);
  const named = nameValue(space);
  const spaceOf = (name: string): ColourSpace =>
    readColourSpace(objects, PDFName.of(name), resources);
  return {
    ...placed(state),
    widthPx: number("W", "Width"),
    heightPx: number("H", "Height"),
    isBitonal: isStencil || number("BPC", "BitsPerComponent") === 1,
    filters: [filter, ...arrayItems(filter)].flatMap((item) => nameValue(item) ?? []),
    isInline: true,
    ...(isStencil ? { paint: paintOf(state, "fill") } : {}),
    ...(isStencil || space === undefined
      ? {}
      : {
          space:
            named === undefined
              ? { kind: "indexed" as const, base: spaceOf(nameValue(inner[1]) ?? "none") }
              : spaceOf(named),
        }),
  };
}

/** A picture fills the unit square (§8.9.5.1). */
function placed({
  matrix,
  clip,
}: GraphicsState): Pick<Picture, "kind" | "boxPt" | "acrossPt" | "downPt"> {
  const [a, b, c, d] = matrix;
  return {
    kind: "picture",
    boxPt: intersection(transformBox(matrix, [0, 0, 1, 1]), clip),
    acrossPt: Math.hypot(a, b),
    downPt: Math.hypot(c, d),
  };
}

export function filterNames(objects: PdfObjects, dict: PDFDict): readonly string[] {
  const filter: PDFObject | undefined = objects.get(dict, "Filter");
  const single = objects.name(filter);
  return single === undefined
    ? objects.items(filter).flatMap((item) => objects.name(item) ?? [])
    : [single];
}
