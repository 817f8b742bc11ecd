/** The part of subset-font 2 that we use; the package ships no types. */
declare module "subset-font" {
  export interface SubsetFontOptions {
    readonly targetFormat?: "truetype" | "woff" | "woff2";
    /** OpenType features to keep; all of them where it is undefined. */
    readonly keepFeatures?: readonly string[];
  }
  /** `font` reduced to the characters of `text`, in another file format where one is named. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: SubsetFontOptions,
  ): Promise<Buffer>;
}
