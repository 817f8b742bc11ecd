/**
 * Pictures for paper that have far more pixels than their page can show. Input: a print source and
 * the size of its pages; output: files that stand for those pictures, by the address at which the
 * source names them. A picture of as many pixels as fit, or fewer, is printed as it is.
 *
 * The measure is the whole sheet, whatever place the picture has on it: one that would have more than
 * 450 pixels an inch there is brought down to 300, which is what print shops ask for. Between margins
 * it has more. What crops it takes more of it: preflight says where too little is left.
 */
import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import type { PageSizeMm } from "../../publication/fields/page-formats.ts";
import { MOST_PIXELS } from "../../publication/fields/picture-limits.ts";
import { pathOfAddress } from "../../publication/fields/picture-path.ts";
import { addressesOfPictures } from "./shown-pictures.ts";

export interface PrintPictureOptions {
  readonly contentDir: string;
  /** Folder that the files are written to. */
  readonly outputDir: string;
  /** The sheet, with its bleed. */
  readonly page: PageSizeMm;
  readonly signal: AbortSignal;
}

/** A picture that is little larger than it has to be is not saved once more, which costs quality. */
const MOST_PIXELS_PER_INCH = 450;
const PRINTED_PIXELS_PER_INCH = 300;
const MM_PER_INCH = 25.4;

// No picture is decoded twice alike: what the library would keep of one is of no use to the next.
sharp.cache(false);

/** @returns files by URL path, e.g. `/images/harbour.jpg`. */
export async function makePrintPictures(
  html: string,
  { contentDir, outputDir, page, signal }: PrintPictureOptions,
): Promise<ReadonlyMap<string, string>> {
  const sheet = { width: page.widthMm / MM_PER_INCH, height: page.heightMm / MM_PER_INCH };
  const made = new Map<string, string>();
  // One after the other: each takes the memory of a whole picture.
  for (const address of addressesOfPixels(html)) {
    signal.throwIfAborted();
    const source = path.join(contentDir, pathOfAddress(address));
    const file = await fitted(source, path.join(outputDir, String(made.size + 1)), sheet);
    if (file !== undefined) made.set(`/${address}`, file);
  }
  return made;
}

/** How large the pictures of a print source are as files, together. */
export async function bytesOfPictures(html: string, contentDir: string): Promise<number> {
  const files = addressesOfPixels(html).map((address) =>
    stat(path.join(contentDir, pathOfAddress(address))),
  );
  return (await Promise.all(files)).reduce((sum, { size }) => sum + size, 0);
}

/** In inches. */
interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** @returns the file that was made; undefined where the picture is no larger. */
async function fitted(source: string, name: string, sheet: Sheet): Promise<string | undefined> {
  const picture = sharp(source, { limitInputPixels: MOST_PIXELS });
  const { autoOrient, hasAlpha, format, chromaSubsampling } = await picture.metadata();
  const perInch = Math.max(autoOrient.width / sheet.width, autoOrient.height / sheet.height);
  if (perInch <= MOST_PIXELS_PER_INCH) return undefined;
  await mkdir(path.dirname(name), { recursive: true });
  const isPhotograph = format === "jpeg" || (format !== "png" && !hasAlpha);
  const file = `${name}.${isPhotograph ? "jpg" : "png"}`;
  const scaled = (pixels: number): number =>
    Math.max(1, Math.round((pixels / perInch) * PRINTED_PIXELS_PER_INCH));
  const size = { width: scaled(autoOrient.width), height: scaled(autoOrient.height) };
  const fitting = picture
    .autoOrient()
    .resize({ ...size, fit: "fill" })
    .keepIccProfile();
  await (
    isPhotograph
      ? fitting.jpeg({
          quality: 90,
          chromaSubsampling: chromaSubsampling === "4:2:0" ? "4:2:0" : "4:4:4",
        })
      : fitting.png()
  ).toFile(file);
  return file;
}

/** Pictures of pixels in the content folder, each once. */
function addressesOfPixels(html: string): readonly string[] {
  return [...addressesOfPictures(html)].filter((address) =>
    /\.(?:jpe?g|png|webp|avif)$/iu.test(address),
  );
}
