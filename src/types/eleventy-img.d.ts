/** The part of eleventy-img 7 that we use; the package ships no types. */
declare module "@11ty/eleventy-img" {
  export type PictureFormat = "avif" | "webp" | "jpeg" | "png";
  export interface ImageFile {
    readonly url: string;
    readonly format: PictureFormat;
    readonly width: number;
    readonly height: number;
    /** One entry of a `srcset`. */
    readonly srcset: string;
    /** Media type. */
    readonly sourceType: string;
  }
  export interface ImageOptions {
    readonly widths: readonly number[];
    /** `auto` is the format of the original. */
    readonly formats: readonly (PictureFormat | "auto")[];
    /** Files are named and measured, and none is made. */
    readonly statsOnly: boolean;
    readonly outputDir: string;
    readonly urlPath: string;
    readonly useCache: boolean;
    readonly fixOrientation: boolean;
    readonly filenameFormat: (id: string, src: string, width: number, format: string) => string;
  }
  /** Files by format, each from the smallest on. */
  export default function makeImages(
    src: string,
    options: ImageOptions,
  ): Promise<Readonly<Record<string, readonly ImageFile[]>>>;
}
