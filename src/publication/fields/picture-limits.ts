/**
 * How large pictures may be. Input: a file, or bytes, which are untrusted; output: what is too large,
 * in words for a fault. No more is read than the header: a small file may say that it has more pixels
 * than any memory holds.
 */
import { stat } from "node:fs/promises";
import sharp, { type Metadata } from "sharp";
import type { Fault } from "../faults/fault.ts";

/** More than cameras take in one picture; four bytes each, as decoders hold them, are 400 MB. */
export const MOST_PIXELS = 100_000_000;
const MIB = 1024 * 1024;
const MOST_PICTURE_BYTES = 128 * MIB;
/** A drawing is searched as text, and a browser keeps it as a tree. */
const MOST_DRAWING_BYTES = 16 * MIB;

type Wording = Pick<Fault, "message" | "expected" | "hint">;

export type PictureKind = "pixels" | "drawing";

/** @param what the picture as a message begins with it, e.g. `the picture "a.jpg"`. */
export async function fileSizeFault(
  file: string,
  what: string,
  kind: PictureKind,
): Promise<Wording | undefined> {
  const most = kind === "drawing" ? MOST_DRAWING_BYTES : MOST_PICTURE_BYTES;
  const { size } = await stat(file);
  if (size <= most) return undefined;
  return {
    message: `${what} is a file of ${Math.ceil(size / MIB)} MiB`,
    expected: `a file of at most ${most / MIB} MiB`,
    hint:
      kind === "drawing"
        ? "simplify it in a program for drawings, or export it as a PNG"
        : "save it as a JPEG, or with fewer pixels",
  };
}

/** What the header says, whatever that is; undefined where it is none of a picture. */
export async function readHeader(source: string | Uint8Array): Promise<Metadata | undefined> {
  // The limit is ours, so that a picture of more is not taken for no picture at all.
  return sharp(source, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
}

/** @param what the picture as a message begins with it. */
export function pixelCountFault(
  { width, height, pageHeight = height, pages = 1 }: Metadata,
  what: string,
): Wording | undefined {
  const pixels = width * pageHeight * pages;
  if (pixels <= MOST_PIXELS) return undefined;
  const frames = pages === 1 ? "" : ` in its ${pages} frames`;
  return {
    message: `${what} has ${Math.ceil(pixels / 1_000_000)} megapixels${frames}`,
    expected: `a picture of at most ${MOST_PIXELS / 1_000_000} megapixels`,
    hint: "open it in a program for pictures, and save it with fewer pixels",
  };
}

/** Whatever type it claims: browsers look at what is in it. */
const EMBEDDED = /data:[^,"'\s]*;base64,(?<data>[A-Za-z\d+/=\s]+)/giu;

/** Pictures of pixels that a drawing holds in itself. */
export async function embeddedPictureFault(
  drawing: Uint8Array,
  what: string,
): Promise<Wording | undefined> {
  const text = Buffer.from(drawing.buffer, drawing.byteOffset, drawing.byteLength);
  for (const { groups } of text.toString("latin1").matchAll(EMBEDDED)) {
    const header = await readHeader(Buffer.from(groups?.data ?? "", "base64"));
    if (header === undefined || header.format === "svg") continue;
    const fault = pixelCountFault(header, `a picture in ${what}`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
