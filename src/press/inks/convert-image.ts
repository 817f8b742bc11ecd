/**
 * Pictures in the colours of the press. Input: an image XObject, changed in place: its samples
 * become those of the four inks, packed without loss; masks stay as they are. Gray pictures stay
 * gray, which is black ink. ISO 32000-1 §8.9.
 */
import type { PdfObject, PdfStream } from "../../pdf/objects/types.ts";
import { promisify } from "node:util";
import { deflate } from "node:zlib";
import { PublicationError } from "../../errors.ts";
import type { PdfObjects } from "../../pdf/objects/pdf-objects.ts";
import type { ColourTarget } from "./colour-target.ts";
import { readColourSpace, readPalette } from "../../pdf/colour/colour-space.ts";
import { readImageFacts } from "../../pdf/images/image-facts.ts";
import { readSamples } from "../../pdf/images/picture-samples.ts";
import { sourceSpaceOf } from "./source-space.ts";

const packed = promisify(deflate);

/** @throws PublicationError `pdf-picture`, and `press-picture` for a picture of a kind that the browser does not write. */
export async function convertImage(
  objects: PdfObjects,
  image: PdfStream,
  target: ColourTarget,
): Promise<void> {
  const { dict } = image;
  const facts = readImageFacts(objects, dict);
  if (facts.isStencil) return;
  const given = readColourSpace(objects, facts.space);
  if (given.kind === "indexed") {
    convertPalette(objects, image, target);
    return;
  }
  const space = sourceSpaceOf(given);
  if (space === "gray") objects.set(dict, "ColorSpace", "DeviceGray");
  if (space !== "rgb") return;
  const matte = objects.get(facts.softMask?.dict, "Matte");
  if (facts.maskedColours !== undefined || matte !== undefined) {
    throw unsupported("a mask made of colours");
  }
  if (facts.bits !== 8) throw unsupported("other than 8 bits for each colour");
  const { bytes } = await readSamples(objects, image, 3);
  const exact = mapped(bytes.subarray(0, facts.widthPx * facts.heightPx * 3), facts.decode);
  const inks = target.convertSamples(exact, profileOf(objects, facts.space));
  objects.unset(dict, "Decode", "DecodeParms", "ColorTransform", "Intent");
  objects.set(dict, "ColorSpace", target.space);
  objects.set(dict, "BitsPerComponent", 8);
  objects.set(dict, "Filter", "FlateDecode");
  image.updateContents(await packed(inks));
}

/** Samples as the array Decode maps them. */
function mapped(samples: Uint8Array, decode: readonly number[]): Uint8Array {
  if (decode.length < 6 || decode.join() === "0,1,0,1,0,1") return samples;
  return samples.map((sample, at) => {
    const [from = 0, to = 1] = decode.slice((at % 3) * 2, (at % 3) * 2 + 2);
    return Math.round(Math.min(255, Math.max(0, 255 * from + sample * (to - from))));
  });
}

function profileOf(objects: PdfObjects, space: PdfObject | undefined) {
  const [family, profile] = objects.items(space);
  return objects.name(family) === "ICCBased" ? objects.streamBytes(profile) : undefined;
}

/** A palette is converted; what refers to it stays. */
function convertPalette(objects: PdfObjects, image: PdfStream, target: ColourTarget): void {
  const source = objects.get(image.dict, "ColorSpace");
  const space = readColourSpace(objects, source);
  if (space.kind !== "indexed" || sourceSpaceOf(space.base) !== "rgb") return;
  const colours = readPalette(objects, space);
  if (colours === undefined) throw unsupported("a palette without colours");
  const count = Math.min(space.highest + 1, Math.floor(colours.length / 3));
  const profile = profileOf(objects, objects.items(source)[1]);
  const inks = target.convertSamples(colours.slice(0, count * 3), profile);
  const palette = objects.add(objects.makePackedStream(inks));
  objects.set(image.dict, "ColorSpace", ["Indexed", target.space, count - 1, palette]);
}

function unsupported(what: string): PublicationError {
  return new PublicationError("press-picture", `a picture cannot be converted: it has ${what}`, {
    hint: "save the picture as an sRGB PNG or JPEG of 8 bits for each colour",
  });
}
