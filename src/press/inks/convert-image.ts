/**
 * Pictures in the colours of the press. Input: an image XObject, changed in place: its samples
 * become those of the four inks, packed without loss; masks stay as they are. Gray pictures stay
 * gray, which is black ink. ISO 32000-1 §8.9.
 */
import type { PDFRawStream } from "@cantoo/pdf-lib";
import { PDFName, PDFNumber } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { promisify } from "node:util";
import { deflate } from "node:zlib";
import { PublicationError } from "../../errors.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { ColourTarget } from "./colour-target.ts";
import { MOST_PIXELS } from "../../publication/picture-limits.ts";
import { sourceSpaceOf } from "./source-space.ts";

const packed = promisify(deflate);

function isJpeg(objects: PdfObjects, { dict }: PDFRawStream): boolean {
  const filter = objects.get(dict, "Filter");
  const name = objects.name(filter) ?? objects.name(objects.items(filter)[0]);
  return name === "DCTDecode" && objects.name(objects.get(dict, "Subtype")) === "Image";
}

/** @throws PublicationError `press-picture` for a picture of a kind that the browser does not write. */
export async function convertImage(
  objects: PdfObjects,
  image: PDFRawStream,
  target: ColourTarget,
): Promise<void> {
  const { dict } = image;
  if (objects.boolean(objects.get(dict, "ImageMask")) === true) return;
  const spaceObject = objects.get(dict, "ColorSpace");
  if (objects.name(objects.items(spaceObject)[0]) === "Indexed") {
    convertPalette(objects, image, target);
    return;
  }
  const space = sourceSpaceOf(objects, spaceObject);
  if (space === "gray") dict.set(PDFName.of("ColorSpace"), PDFName.of("DeviceGray"));
  if (space !== "rgb") return;
  const mask = objects.get(dict, "Mask");
  const matte = objects.get(objects.stream(objects.get(dict, "SMask"))?.dict, "Matte");
  if (objects.isArray(mask) || matte !== undefined) throw unsupported("a mask made of colours");
  if (objects.number(objects.get(dict, "BitsPerComponent")) !== 8) {
    throw unsupported("other than 8 bits for each colour");
  }
  const samples = isJpeg(objects, image)
    ? await samplesOfJpeg(image.contents)
    : objects.streamBytes(image);
  const pixels =
    (objects.number(objects.get(dict, "Width")) ?? 0) *
    (objects.number(objects.get(dict, "Height")) ?? 0);
  if (samples === undefined || samples.length < pixels * 3) throw unsupported("too few samples");
  const exact = mapped(
    samples.subarray(0, pixels * 3),
    objects.numbers(objects.get(dict, "Decode")),
  );
  const inks = target.convertSamples(exact, profileOf(objects, spaceObject));
  for (const key of ["Decode", "DecodeParms", "ColorTransform", "Intent"]) {
    dict.delete(PDFName.of(key));
  }
  dict.set(PDFName.of("ColorSpace"), PDFName.of(target.space));
  dict.set(PDFName.of("BitsPerComponent"), PDFNumber.of(8));
  dict.set(PDFName.of("Filter"), PDFName.of("FlateDecode"));
  image.updateContents(await packed(inks));
}

/** Samples of red, green and blue. */
async function samplesOfJpeg(jpeg: Uint8Array): Promise<Uint8Array> {
  return sharp(jpeg, { ignoreIcc: true, limitInputPixels: MOST_PIXELS })
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer();
}

/** Samples as the array Decode maps them. */
function mapped(samples: Uint8Array, decode: readonly number[]): Uint8Array {
  if (decode.length < 6 || decode.join() === "0,1,0,1,0,1") return samples;
  return samples.map((sample, at) => {
    const [from = 0, to = 1] = decode.slice((at % 3) * 2, (at % 3) * 2 + 2);
    return Math.round(Math.min(255, Math.max(0, 255 * from + sample * (to - from))));
  });
}

function profileOf(objects: PdfObjects, space: Parameters<PdfObjects["items"]>[0]) {
  const [family, profile] = objects.items(space);
  return objects.name(family) === "ICCBased" ? objects.streamBytes(profile) : undefined;
}

/** A palette is converted; what refers to it stays. */
function convertPalette(objects: PdfObjects, image: PDFRawStream, target: ColourTarget): void {
  const [, base, highest, table] = objects.items(objects.get(image.dict, "ColorSpace"));
  if (sourceSpaceOf(objects, objects.resolve(base)) !== "rgb") return;
  const colours = objects.streamBytes(table) ?? objects.stringBytes(table);
  if (colours === undefined || highest === undefined)
    throw unsupported("a palette without colours");
  const count = Math.min((objects.number(highest) ?? 255) + 1, Math.floor(colours.length / 3));
  const inks = target.convertSamples(colours.slice(0, count * 3), profileOf(objects, base));
  const space = [
    PDFName.of("Indexed"),
    PDFName.of(target.space),
    PDFNumber.of(count - 1),
    objects.context.register(objects.context.flateStream(inks)),
  ];
  image.dict.set(PDFName.of("ColorSpace"), objects.context.obj(space));
}

function unsupported(what: string): PublicationError {
  return new PublicationError("press-picture", `a picture cannot be converted: it has ${what}`, {
    hint: "save the picture as an sRGB PNG or JPEG of 8 bits for each colour",
  });
}
