/**
 * The samples of a picture, as they are before any colour space says what they mean. Input: an image
 * XObject of any file; output: its samples. JPEG 2000 and fax are not unpacked. ISO 32000-1 §8.9.5.
 */
import sharp from "sharp";
import { PublicationError } from "../../errors.ts";
import { MOST_PIXELS } from "../../publication/fields/picture-limits.ts";
import { readImageFacts } from "./image-facts.ts";
import type { PdfObjects } from "../objects/pdf-objects.ts";
import type { PdfStream } from "../objects/types.ts";

export interface PictureSamples {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly components: number;
  readonly bits: number;
  /** Rows from the top, each of them whole bytes. */
  readonly bytes: Uint8Array;
}

/** @throws PublicationError `pdf-picture`. */
export async function readSamples(
  objects: PdfObjects,
  image: PdfStream,
  components: number,
): Promise<PictureSamples> {
  const { dict } = image;
  const { widthPx, heightPx, bits, filters } = readImageFacts(objects, dict);
  if (filters.at(-1) === "DCTDecode") {
    const jpeg = unpacked(objects, image, filters.length - 1);
    return readJpeg(jpeg, { widthPx, heightPx, components });
  }
  const bytes = unpacked(objects, image, filters.length);
  const rowBytes = Math.ceil((widthPx * components * bits) / 8);
  if (bits === 0 || bytes.length < rowBytes * heightPx) {
    throw pictureFault("a picture has fewer samples than its size asks for");
  }
  return { widthPx, heightPx, components, bits, bytes };
}

/** What the first `count` filters leave. */
function unpacked(objects: PdfObjects, image: PdfStream, count: number): Uint8Array {
  const bytes = objects.streamBytes(image, count);
  if (bytes !== undefined) return bytes;
  const filters = objects.filterNames(image.dict).slice(0, count).join(", ");
  throw pictureFault(`a picture is packed in a way that is not read: ${filters}`);
}

async function readJpeg(
  jpeg: Uint8Array,
  wanted: Pick<PictureSamples, "widthPx" | "heightPx" | "components">,
): Promise<PictureSamples> {
  const space = { 1: "b-w", 3: "srgb", 4: "cmyk" }[wanted.components];
  if (space === undefined) throw pictureFault("a JPEG has too many components");
  const read = async () => {
    // Its profile would convert the samples, which a PDF's own colour space says the meaning of.
    const image = sharp(jpeg, {
      ...{ ignoreIcc: true, failOn: "none" },
      limitInputPixels: MOST_PIXELS,
    });
    const { channels } = await image.metadata();
    const { data, info } = await (space === "cmyk" ? image.pipelineColourspace("cmyk") : image)
      .toColourspace(space)
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, info, channels };
  };
  const { data, info, channels } = await read().catch((cause: unknown) => {
    throw pictureFault("a JPEG cannot be unpacked", cause);
  });
  if (channels !== wanted.components || info.channels !== channels) {
    throw pictureFault("a JPEG has not the components of its colour space");
  }
  const bytes = new Uint8Array(data);
  // The decoder turns the samples of Adobe's CMYK over, so that they are inks; a PDF asks for
  // them as they are stored, and says by Decode that they are turned over.
  if (space === "cmyk" && hasAdobeMarker(jpeg)) {
    for (let at = 0; at < bytes.length; at++) bytes[at] = 255 - (bytes[at] ?? 0);
  }
  const { width: widthPx, height: heightPx } = info;
  return { widthPx, heightPx, components: wanted.components, bits: 8, bytes };
}

/** APP14, among the segments before the picture itself. */
function hasAdobeMarker(jpeg: Uint8Array): boolean {
  const buffer = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  for (let at = 2; at + 9 < buffer.length && buffer[at] === 0xff;) {
    const marker = buffer[at + 1] ?? 0;
    if (marker === 0xee && buffer.toString("latin1", at + 4, at + 9) === "Adobe") return true;
    if (marker === 0xda) return false;
    at += marker === 0xff ? 1 : 2 + buffer.readUInt16BE(at + 2);
  }
  return false;
}

export function pictureFault(message: string, cause?: unknown): PublicationError {
  return new PublicationError("pdf-picture", message, {
    hint: "save the picture again as TIFF or JPEG in CMYK or gray, and make the file again",
    cause,
  });
}
