/**
 * The publication's own pictures, cover and logo, as files beside the web edition's page for sites
 * that show links to it and for search engines. Input: pictures of the content folder, untrusted.
 * Output: what each will be, known before it is written, and the file. They are JPEG or PNG, which
 * all such sites read, upright, no larger than these need, and hold nothing that a camera wrote.
 */
import path from "node:path";
import sharp from "sharp";
import type { Logo, Publication } from "../../publication/publication.ts";
import { MOST_PIXELS } from "../../publication/fields/picture-limits.ts";

export interface SitePicture {
  /** In the folder of the page. */
  readonly name: string;
  readonly type: "image/jpeg" | "image/png";
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  /** The original. */
  readonly source: string;
}

export interface SitePictures {
  readonly cover?: SitePicture | undefined;
  /** The publisher's. */
  readonly logo?: SitePicture | undefined;
}

/** Of the longer side, in pixels: what the large services show at most. */
const LONGEST_SIDE = 1200;

export async function planSitePictures(
  { cover, logo }: Pick<Publication, "cover" | "logo">,
  contentDir: string,
): Promise<SitePictures> {
  return {
    cover: cover && (await planPicture(cover, "cover", contentDir)),
    logo: logo && (await planPicture(logo, "logo", contentDir)),
  };
}

/** @param name of the file, without what tells its kind. */
async function planPicture(
  { file, alt }: Logo,
  name: string,
  contentDir: string,
): Promise<SitePicture> {
  const source = path.join(contentDir, file);
  const { autoOrient, format, hasAlpha } = await sharp(source, {
    limitInputPixels: MOST_PIXELS,
  }).metadata();
  const isPhotograph = format === "jpeg" || (format !== "png" && format !== "svg" && !hasAlpha);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(autoOrient.width, autoOrient.height));
  const scaled = (side: number): number => Math.max(1, Math.round(side * scale));
  return {
    name: `${name}.${isPhotograph ? "jpg" : "png"}`,
    type: isPhotograph ? "image/jpeg" : "image/png",
    width: scaled(autoOrient.width),
    height: scaled(autoOrient.height),
    alt,
    source,
  };
}

export async function makeSitePicture({
  source,
  type,
  width,
  height,
}: SitePicture): Promise<Uint8Array> {
  const picture = sharp(source, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .resize({ width, height, fit: "fill" });
  return (type === "image/jpeg" ? picture.jpeg({ quality: 85 }) : picture.png()).toBuffer();
}
