/**
 * What an image says of itself (ISO 32000-1 §8.9.5, table 89). Input: the dictionary of an image
 * XObject, or of an inline image as `inline-image.ts` gives it; output: a readonly value. It reads no
 * samples, and no colour space: see `readColourSpace`.
 */
import type { ObjectReader } from "../objects/object-reader.ts";
import type { PdfDict, PdfObject, PdfStream } from "../objects/types.ts";

export interface ImageFacts {
  /** 0 where it is missing, as for the next two. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Bits of a component; 1 for a stencil. */
  readonly bits: number;
  /** It has no colours of its own: what it is painted in is the colour of the state. */
  readonly isStencil: boolean;
  readonly space: PdfObject | undefined;
  /** The first to undo first. */
  readonly filters: readonly string[];
  /** Lowest and highest value of each component; empty where those of the space are meant. */
  readonly decode: readonly number[];
  /** A picture that says how much of this one is seen. */
  readonly softMask: PdfStream | undefined;
  readonly stencilMask: PdfStream | undefined;
  /** The samples that are not painted, two limits for each component. */
  readonly maskedColours: readonly number[] | undefined;
}

export function readImageFacts(objects: ObjectReader, dict: PdfDict): ImageFacts {
  const number = (key: string): number => objects.number(objects.get(dict, key)) ?? 0;
  const isStencil = objects.boolean(objects.get(dict, "ImageMask")) === true;
  const mask = objects.get(dict, "Mask");
  return {
    widthPx: number("Width"),
    heightPx: number("Height"),
    bits: isStencil ? 1 : number("BitsPerComponent"),
    isStencil,
    space: isStencil ? undefined : objects.get(dict, "ColorSpace"),
    filters: objects.filterNames(dict),
    decode: objects.numbers(objects.get(dict, "Decode")),
    softMask: objects.stream(objects.get(dict, "SMask")),
    stencilMask: objects.stream(mask),
    maskedColours: objects.isArray(mask) ? objects.numbers(mask) : undefined,
  };
}
